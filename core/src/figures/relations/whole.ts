// Percentages that are shares of one whole, and so add up to 100.

import Big from "big.js";
import { couldPrint, exactly } from "../range.js";
import type { Lane, Sheet, Spot } from "./sheet.js";
import { isException, saysChange } from "./words.js";

/** The shares of one whole, and whether they can add up to 100. */
export interface WholeCheck {
  readonly parts: readonly Spot[];
  /** The printed 100%, where there is one. */
  readonly total: Spot | undefined;
  readonly sum: Big;
  readonly holds: boolean;
}

/** Words that say that several answers, needs or categories may be one person's, or that parts are left out. */
const overlapping =
  /\bmore than (?:one|once)\b|\boverlap|\bmultiple\b|\bmutually exclusive\b|\b(?:all|any|as many) (?:that|as) appl|\b(?:main|top|largest|most common|examples?|selected)\b|\ba further \d|\bseparate samples?\b|\bnot (?:shown|included)\b|\bexclud|\bof (?:which|whom)\b|\bincluding\b/i;
/** The rest, or the last of a set of answers, which say that nothing is left out. */
const rest =
  /^(?:(?:all )?others?\b|(?:not|un)[- ]?(?:known|stated|recorded|specified)|don['’]?t know|do not know|no (?:answer|opinion|response|reply)|prefer not to say|neither|none\b|refused|missing|rest\b|remainder)/i;
/** A heading of shares of one whole; "% of all respondents" may be of several answers each. */
const ofOneWhole = /\bshare\b|\bof (?:\w+ )?total\b|\b(?:breakdown|split)\b/i;
const complements = [
  [/^yes\b/i, /^no\b/i],
  [/^(?:male|men|boys?)\b/i, /^(?:female|women|girls?)\b/i],
  [/\bagree\b/i, /\bdisagree\b/i],
  [/\bsatisfied\b/i, /\bdissatisfied\b/i],
] as const;

/** The lanes of a sheet that are shares of one whole. */
export function wholeChecks(sheet: Sheet): WholeCheck[] {
  if (overlapping.test(sheet.notes.words)) return [];
  const found = sheet.lanes.flatMap((lane) => shareLane(sheet, lane) ?? []);
  const holding = found.filter((it) => it.check.holds).length;
  return found
    .filter(
      ({ check, isSure }) =>
        check.holds || isSure || (holding >= 2 && holding >= 3 * (found.length - holding)),
    )
    .map((it) => it.check);
}

/** A lane's shares; `undefined` where nothing says that they are of one whole. */
function shareLane(sheet: Sheet, lane: Lane): { check: WholeCheck; isSure: boolean } | undefined {
  if (saysChange(lane.label) || isException(lane.label)) return undefined;
  const held = lane.spots.flatMap((spot, line) => (spot ? [{ spot, line }] : []));
  const isComplete = sheet.crossings.every(
    ({ role }, line) => role === "break" || lane.spots[line] !== undefined,
  );
  const arePercent = held.every(({ spot }) => spot.kind === "percent");
  if (!isComplete || !arePercent || held.length < 3) return undefined;
  const total = held.find(
    ({ spot, line }) => isHundred(spot) && isEdge(line, held) && isTotalLine(sheet, line),
  );
  const parts = held.filter((it) => it !== total);
  const labels = parts.map(({ line }) => sheet.crossings[line]?.label ?? "");
  if (parts.length < 2 || parts.some(({ spot }) => spot.figure.value.lt(0))) return undefined;
  if (sheet.crossings.some(({ role }, line) => role !== "part" && role !== "break" && line !== total?.line))
    return undefined;
  if (labels.some((it) => overlapping.test(it))) return undefined;
  const check = judgeWhole(
    parts.map((it) => it.spot),
    total?.spot,
  );
  const isExhaustive = labels.some((it) => rest.test(it)) || hasComplements(labels);
  const near = check.sum.gte(90) && check.sum.lte(110);
  const isSure = near && (total !== undefined || (isExhaustive && ofOneWhole.test(lane.label.slice(0, 160))));
  return near ? { check, isSure } : undefined;
}

function isHundred({ figure }: Spot): boolean {
  return figure.value.eq(100);
}

function isEdge(line: number, held: readonly { readonly line: number }[]): boolean {
  return line === held[0]?.line || line === held.at(-1)?.line;
}

function isTotalLine(sheet: Sheet, line: number): boolean {
  const role = sheet.crossings[line]?.role;
  return role === "total" || role === "whole" || role === "totalOf";
}

/** Shares reach 100 where each is off by half a step at most, or cut off; sums of exact shares must reach it. */
function judgeWhole(parts: readonly Spot[], total: Spot | undefined): WholeCheck {
  const sum = parts.reduce((all, it) => all.plus(it.figure.value), new Big(0));
  const slack = parts.reduce((all, it) => all.plus(it.least.div(2)), new Big(0));
  const rounded = sum.minus(100).abs().lte(slack);
  const cut = sum.lte(100) && sum.plus(slack.times(2)).gt(100);
  const printsSo = total !== undefined && couldPrint(exactly(sum), total.figure, total.least);
  return { parts, total, sum, holds: rounded || cut || printsSo };
}

function hasComplements(labels: readonly string[]): boolean {
  return complements.some(
    ([one, other]) => labels.some((it) => one.test(it)) && labels.some((it) => other.test(it)),
  );
}
