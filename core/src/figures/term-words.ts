// What labels say of how their lines go into a sum: as parts of another line, or taken away.

import { isPart, type Line } from "./grid.js";

const ofWhich =
  /^[\s(["'‘“.…–—•-]*(?:of (?:which|whom|these|those)\b|of (?:this|the above)\b|o\/w\b|includ(?:ing|es?|ed)\b|inc(?:l|luding)?(?:\.|:| |$)|memo\b|thereof\b)|^[-–—•] |\b(?:not included|excluded|memorandum)\b|\b(?:included|incl?\.?|counted|shown) (?:in |within |with )?(?:the )?(?:above|(?:row|line|figures?) above)\b|\((?:of which|o\/w)\)/i;
const ofWhichBelow =
  /^\W*(?:of (?:which|whom|these|those)|including|includes|includ(?:es|ing) the following)\W*$/i;
const opposite =
  /^(?:less(?! than\b)|minus|deduct)\b|\b(?:income|receipts|grants?|savings|recharges?|reserves)\b/i;
const outflow =
  /\b(?:draw(?:n|ings?|s)?(?: ?-?downs?)?|drawdowns?|use of|used|applied|utili[sz]ed|releas\w+|transfer(?:s|red)? out|transfers? from|moved out|paid out|payments?|expenditure|outgoings?|spend(?:ing)?|spent|withdraw\w*|write-?offs?|written (?:off|down)|disposals?|depreciation|leavers?|closures?|closed|discharged|deductions?|reductions?|refunds?|slippage)\b/i;
const lessThis = /^\W*(?:less|minus|deduct)\s?[:–—-]/i;
const lessBelow =
  /^\W*(?:less|minus|deduct(?:ions?)?)(?: (?:the following|income|grants?|receipts|savings|funding|contributions?))?\W*$/i;
const addsAgain = /^\W*(?:add|plus)\b/i;

/** How many lines below `Of which:` may be the ones that are meant. */
const mostBelow = 6;

/** Whether a line is said to be part of another, or beside the sum: `of which agency`, `o/w part-time`. */
export function isOfWhich({ label }: Line): boolean {
  return ofWhich.test(label);
}

/** Whether a line may come off a cost: income, grants, savings. */
export function isOpposite({ label }: Line): boolean {
  return opposite.test(label);
}

/** Whether a line may come off a balance: what was drawn down, paid or transferred out. */
export function isOutflow({ label }: Line): boolean {
  return outflow.test(label);
}

/** The lines that words above them, or their own, say are taken away: those below `Less:`, and `Less: grants`. */
export function deductedLines(lines: readonly Line[]): ReadonlySet<Line> {
  const said = lines.filter((it) => lessThis.test(it.label) && hasFigures(it));
  const below = lines.flatMap((it, at) => (isHeading(it, lessBelow) ? lessLines(lines, at) : []));
  // What is printed as negative is added.
  return new Set([...said, ...below].filter((it) => !hasNegative(it)));
}

/** What stands below `Less:`; before another `Less:`, the last line is what that one starts from. */
function lessLines(lines: readonly Line[], at: number): readonly Line[] {
  const below = linesBelow(lines, at);
  const next = lines[at + 1 + below.length];
  return next && isHeading(next, lessBelow) ? below.slice(0, -1) : below;
}

/** The deductions right above a line, and the line that they come off. */
export function netBefore(lines: readonly Line[], at: number, deducted: ReadonlySet<Line>): readonly Line[] {
  const above = lines.slice(0, at).filter((it) => it.role !== "break");
  const from = above.findLastIndex((it) => !deducted.has(it));
  return from < 0 ? [] : above.slice(from);
}

/** The lines that `Of which:`, in a row of its own, may mean: the first below it, the first two, and so on. */
export function detailsBelow(lines: readonly Line[]): ReadonlySet<Line>[] {
  return lines.flatMap((it, at) => {
    if (!isHeading(it, ofWhichBelow)) return [];
    const below = linesBelow(lines, at);
    const few = below.slice(0, mostBelow).map((_, count) => new Set(below.slice(0, count + 1)));
    return below.length > mostBelow ? [...few, new Set(below)] : few;
  });
}

/** The parts below a heading, up to the next heading, total, or line that is added. */
function linesBelow(lines: readonly Line[], at: number): readonly Line[] {
  const below = lines.slice(at + 1);
  const end = below.findIndex((it) => !isPart(it) || addsAgain.test(it.label));
  return end < 0 ? below : below.slice(0, end);
}

function isHeading(line: Line, words: RegExp): boolean {
  return words.test(line.label) && !hasFigures(line);
}

function hasFigures({ cells }: Line): boolean {
  return cells.some((it) => it?.value.kind === "figure");
}

function hasNegative({ cells }: Line): boolean {
  return cells.some((it) => it?.value.kind === "figure" && it.value.figure.value.lt(0));
}
