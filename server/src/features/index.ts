import { codeActions } from "./code-actions.js";
import { configs } from "./configs.js";
import { diagnostics } from "./diagnostics.js";
import type { Feature } from "./feature.js";
import { work } from "./work.js";

/** Every feature. */
export const features: readonly Feature[] = [configs, diagnostics, codeActions, work];
