import { codeActions } from "./code-actions.js";
import { diagnostics } from "./diagnostics.js";
import type { Feature } from "./feature.js";
import { work } from "./work.js";

/** Every feature. */
export const features: readonly Feature[] = [diagnostics, codeActions, work];
