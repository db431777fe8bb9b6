// The API of the core: text in, facts, findings and edits out.

export { completionsAt } from "./complete/complete.js";
export type {
  Completion,
  CompletionKind,
  CompletionSource,
  Completions,
  Subject,
} from "./complete/completion.js";
export { explainSubject } from "./complete/explain.js";
export { type Config, type ConfigProblem, configFileName, readConfig } from "./config/config.js";
export { addToGlossaryEdits, setRuleEdits } from "./config/edits.js";
export { ignoreAcronymsEdits } from "./config/ignore-edits.js";
export { isCalledFor, newPaper } from "./config/new-paper.js";
export { isListed, type PapersEntry, settingsFor } from "./config/papers.js";
export { starterConfig } from "./config/starter.js";
export { defaultSettings, isPaper } from "./defaults.js";
export type { Calculation, CalculationRule, PlacedFigure } from "./figures/calculation.js";
export { explainFigure, type FigureExplanation, type ResultSentence } from "./figures/explain-figure.js";
export {
  addLedgers,
  countLedger,
  differs,
  type Ledger,
  type LedgerCounts,
  type LedgerFigure,
  ledgerOf,
  sayLedger,
} from "./figures/ledger.js";
export { checkPaper, type Report } from "./lint/check.js";
export { spellOut, writtenOut } from "./lint/expansions.js";
export type { CheckWork, Finding, Silenced } from "./lint/finding.js";
export { allFixes, fixEdits } from "./lint/fixes.js";
export { keepEdits, mayBeKept } from "./lint/keep.js";
export { addToDetails, type Explained } from "./lint/paper-details.js";
export { type LeftReference, type Renumbering, renumber } from "./lint/renumber.js";
export type {
  Fix,
  OptionTable,
  RenumberScope,
  Rule,
  RuleExample,
  RuleSeverity,
  Severity,
} from "./lint/rule.js";
export { type RuleSetting, type Settings, settle } from "./lint/settings.js";
export type { FieldKind, FieldRule, SectionRule, Template } from "./lint/template.js";
export {
  tellsOfAcronyms,
  type UnexplainedAcronym,
  unexplainedAcronyms,
} from "./lint/unexplained.js";
export type { Block } from "./paper/block.js";
export type { Directive, DirectiveKind } from "./paper/directives.js";
export { type Outline, outlineOf } from "./paper/outline.js";
export {
  blockAt,
  frontMatterOf,
  type Paper,
  type ParseWork,
  paperText,
  parsePaper,
} from "./paper/paper.js";
export { blockStart, offsetAt, type Place, positionAt, rangeOf, spanOf } from "./paper/places.js";
export { updatePaper } from "./paper/update.js";
export { isInnerAddress } from "./render/addresses.js";
export { type PageOptions, renderPage } from "./render/page.js";
export { isPage } from "./render/page-mark.js";
export { pictureAddresses, picturePath, pictureType } from "./render/pictures.js";
export { renderPaper } from "./render/render.js";
export type {
  Container,
  RenderedBlock,
  RenderedKind,
  Rendering,
  RenderOptions,
  RenderWork,
} from "./render/rendering.js";
export { paperStyles } from "./render/styles.js";
export { rules } from "./rules/index.js";
export { applyEdits, type TextEdit } from "./text/edit.js";
export type { Position, Range, Span } from "./text/span.js";
