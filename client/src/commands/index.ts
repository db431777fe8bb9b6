import * as addToGlossary from "./add-to-glossary.js";
import * as changeRule from "./change-rule.js";
import type { Command } from "./command.js";
import * as explainAcronyms from "./explain-acronyms.js";
import * as exportPage from "./export-page.js";
import * as exportPdf from "./export-pdf.js";
import * as keepAsItIs from "./keep-as-it-is.js";
import * as makeSafeRepairs from "./make-safe-repairs.js";
import * as newPaper from "./new-paper.js";
import * as openPreview from "./open-preview.js";
import * as openPreviewToSide from "./open-preview-to-side.js";
import * as openRule from "./open-rule.js";
import * as renumber from "./renumber.js";
import * as restartServer from "./restart-server.js";
import * as showFindings from "./show-findings.js";
import * as showLog from "./show-log.js";

/** Every command of the extension. */
export const commands: readonly Command[] = [
  addToGlossary,
  changeRule,
  explainAcronyms,
  exportPage,
  exportPdf,
  keepAsItIs,
  makeSafeRepairs,
  newPaper,
  openPreview,
  openPreviewToSide,
  openRule,
  renumber,
  restartServer,
  showFindings,
  showLog,
];
