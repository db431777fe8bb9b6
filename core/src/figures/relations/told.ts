// Headings that say all of a relation: `2018/19`, `2019/20`, `% change`; `Budget`, `Actual`, `Variance`.

import type { Lane } from "./sheet.js";

const longestLabel = 160;
const delta =
  /\b(?:change|variance|variation|difference|diff|movement|increase|decrease|reduction)\b|\+ ?\/ ?[-–−]|±/i;
/** Words that may name another base than the columns beside. */
const otherBase =
  /\b(?:since|from|against|versus|vs|compared|to|on|targets?|average|baseline|peers?|national|annual|rank|cumulative|real)\b/i;
const period =
  /\b(?:19|20)?\d\d ?[-–/] ?(?:19|20)?\d\d\b|\b(?:19|20)\d\d\b|\bq[1-4]\b|\bquarter (?:[1-4]|one|two|three|four)\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?(?:[- ’']?\d\d)?\b|\b(?:last|previous|prior|this|current) (?:year|quarter|month|period)\b/gi;
const planned = /\b(?:budget|plan(?:ned)?|profiled?|approved)\b/i;
const came = /\b(?:actuals?|outturn|spend|spent|expenditure|forecast|projected|projection)\b/i;
const stands = /\b(?:closing|carried|revised|new|current|updated|final|end)\b/i;

/** Whether the label is of a difference between two figures and of nothing else: `Variance`, not `Balance` or `Net`. */
export function isDelta(label: string): boolean {
  return delta.test(label.slice(0, longestLabel));
}

/** Whether a lane's label says by itself where its figures stand at the end of something: `Revised budget`. */
export function saysEnd(label: string): boolean {
  return stands.test(label.slice(0, longestLabel));
}

/**
 * Whether headings say that a lane is the change of `a` from `b`: from a period to the next, or from plan to fact. Of a
 * difference, either may be the first.
 */
export function isTold(formula: "change" | "difference", result: Lane, a: Lane, b: Lane): boolean {
  const [label, one, other] = [result, a, b].map((it) => it.label.slice(0, longestLabel));
  if (label === undefined || one === undefined || other === undefined) return false;
  if (!isDelta(label) || otherBase.test(label)) return false;
  const isOpen = formula === "difference";
  if ((planned.test(other) && came.test(one)) || (isOpen && planned.test(one) && came.test(other)))
    return true;
  if (!areTwoPeriods(one, other)) return false;
  const [year, base] = [one, other].map((it) => Number(/\b(?:19|20)\d\d\b/.exec(it)?.[0] ?? 0));
  return isOpen || (year && base && year !== base ? (year ?? 0) > (base ?? 0) : b.at < a.at);
}

/** Whether two labels differ in the period alone: `Crimes 2018/19` and `Crimes 2019/20`. */
function areTwoPeriods(one: string, other: string): boolean {
  const [a, b] = [one, other].map((it) => it.match(period)?.join(" ").toLowerCase());
  if (a === undefined || b === undefined || a === b) return false;
  return wordsBeside(one) === wordsBeside(other);
}

function wordsBeside(label: string): string {
  return label
    .replace(period, " ")
    .toLowerCase()
    .replace(/[^a-z£%]+/g, " ")
    .trim();
}
