import { acronyms } from "./acronyms.js";
import { adoption } from "./adoption.js";
import { codeActions } from "./code-actions.js";
import { completion } from "./completion.js";
import { configs } from "./configs.js";
import { diagnostics } from "./diagnostics.js";
import type { Feature } from "./feature.js";
import { hover } from "./hover.js";
import { keep } from "./keep.js";
import { newPapers } from "./new-papers.js";
import { page } from "./page.js";
import { preview } from "./preview.js";
import { renumbering } from "./renumbering.js";
import { ruleChange } from "./rule-change.js";
import { work } from "./work.js";

/** Every feature. */
export const features: readonly Feature[] = [
  configs,
  diagnostics,
  codeActions,
  completion,
  hover,
  keep,
  ruleChange,
  acronyms,
  adoption,
  renumbering,
  newPapers,
  page,
  preview,
  work,
];
