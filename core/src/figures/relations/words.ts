// What headings say of the figures under them, as far as relations between lines of a table go.

import { withoutAmounts } from "../grid.js";

/** What a line's figures are: `amount` for counts and money, `percent`, or `rate` for so many per head, averages, ratios. */
export type Kind = "amount" | "percent" | "rate";

const longestLabel = 160;
const percent = /%|\b(?:per ?cent|percentages?|proportion|pct|pp|ppts?)\b/i;
const countAndShare = /\b(?:number|no\.?|n|count)\s*(?:and |& ?)?\(?%\)?/i;
const rate =
  /\b(?:rates?|ratio|average|avg|ave|mean|median|index|score|unit (?:cost|price)|1 in)\b|\bper (?!annum\b|year\b|cent\b)[\w£]/i;
const change =
  /\b(?:change[sd]?|increase|decrease|reduction|reduced|growth|rise|fall|drop|difference|diff|variance|variation|var|movement|gap|swing|uplift|saving|(?:over|under)[- ]?spend|shortfall|surplus|deficit|vacanc(?:y|ies)|remaining|balance|net)\b|\+ ?\/ ?[-–−]|±/i;
const share = /\bshare\b|\bof (?:\w+ ){0,3}(?:total|whole|all)\b|\b(?:proportion|breakdown|split|mix)\b/i;
const average = /\b(?:average|avg|ave|mean)\b/i;
const running = /\b(?:running|cumulative|to date|ytd)\b/i;
const whole = /\b(?:totals?|all|overall|combined|both|net|gross|sum)\b/i;
/** Lines whose figures name or rank something, or are wished for; nothing is worked out from or to them. */
const naming =
  /^(?:(?:overall )?rank(?:ing)?|no\.?|#|ref(?:erence)?|id|code|item|row|line|year|age|ages|week|month|quarter|page|paragraph|postcode|tel(?:ephone)?|phone)\b[^a-z]*$|\b(?:rank(?:ing|ed)?|telephone|phone)\b/i;
const wished = /\b(?:targets?|goals?|thresholds?|benchmarks?|ambition|standards?)\b/i;
const base =
  /\b(?:sample(?: sizes?)?|respondents?|responses|base|cohort(?: size)?|participants|surveyed|interviewed|number of (?:people|cases|offenders|respondents|participants|responses)|population|n)\b/i;
const perCount = /\bper (?<n>1?\d{0,2}(?:,?000)+|100|head|person|capita|million)\b/i;

/** The first words of a label, which no search runs over at length. */
function head(label: string): string {
  return label.slice(0, longestLabel);
}

/** What a label says its figures are. */
export function kindOf(label: string): Kind {
  const words = withoutAmounts(head(label)).replace(countAndShare, "");
  if (percent.test(words)) return "percent";
  return rate.test(words) ? "rate" : "amount";
}

/** Whether the label speaks of a difference between two others: `Change`, `Variance`, `+/-`. */
export function saysChange(label: string): boolean {
  return change.test(head(label));
}

/** Whether the label speaks of parts of one whole: `% of total`, `Share`. */
export function saysShare(label: string): boolean {
  return share.test(head(label));
}

/** Whether the label is of an average. */
export function saysAverage(label: string): boolean {
  return average.test(head(label));
}

/** Whether the label is of a running total. */
export function saysRunning(label: string): boolean {
  return running.test(head(label));
}

/** Whether the label is of a sum: `Total`, `All`, `Net`. */
export function saysWhole(label: string): boolean {
  return whole.test(head(label));
}

/** Whether figures under the label are names or places in an order: `Rank`, `Ref`, `Year`. */
export function namesOnly(label: string): boolean {
  return naming.test(head(label).trim());
}

/** Whether figures under the label are wished for, and so follow from nothing: `Target`. */
export function isWished(label: string): boolean {
  return wished.test(head(label));
}

/** Whether figures under the label are what percentages are of: `Sample size`, `Population`. */
export function saysBase(label: string): boolean {
  return base.test(head(label));
}

/** The number that a rate is for, where its label says: 1000 of `Rate per 1,000`; 1 of `per head`. */
export function perOf(label: string): number | undefined {
  const n = perCount.exec(head(label))?.groups?.n;
  if (n === undefined) return undefined;
  if (/^million$/i.test(n)) return 1_000_000;
  return /^\d/.test(n) ? Number(n.replaceAll(",", "")) : 1;
}

/** Whether two labels share a word that says what they are about; years, months and such do not. */
export function shareWord(one: string, other: string): boolean {
  const words = stems(other);
  return [...stems(one)].some((it) => words.has(it));
}

const empty =
  /^(?:total|totals|number|numbers|percentage|percent|change|rate|rates|average|year|with|from|since|than|that|this|which|their|were|have|been|those|they|jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)/i;

function stems(label: string): Set<string> {
  const words =
    head(label)
      .toLowerCase()
      .match(/[a-z]{4,}/g) ?? [];
  return new Set(words.filter((it) => !empty.test(it)).map((it) => it.slice(0, 6)));
}

/** The unit that a heading gives: `£m`, `£000`, `£`, or nothing. */
export function unitIn(label: string): string {
  const unit = /£ ?(?:m\b|bn\b|k\b|['’]?000)|£/i.exec(head(label))?.[0] ?? "";
  return unit.replace(/[ '’]/g, "").toLowerCase();
}

const exception =
  /\b(?:average|avg|ave|mean|median|min(?:imum)?|max(?:imum)?|highest|lowest|best|worst|range|targets?|goal|benchmark|forecast|projected|projection|estimated?|national|england|previous|prior|peer|similar forces|msg)\b/i;

/** Whether a line's label says that its figures need not follow from one another as others' do: `Average`, `Target`. */
export function isException(label: string): boolean {
  return exception.test(head(label));
}

/** Whether a rate or a percentage is most likely of the figures under a label: `per 1,000` of `Population`. */
export function isBaseOf(label: string, rateLabel: string): boolean {
  return saysBase(label) && (perOf(rateLabel) !== undefined || shareWord(label, rateLabel));
}
