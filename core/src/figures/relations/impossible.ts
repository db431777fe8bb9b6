// Percentages that no whole number out of a printed sample can give (the GRIM test of Brown and Heathers).

import Big from "big.js";
import { couldPrint, exactly } from "../range.js";
import { isFootnoted } from "./footnotes.js";
import type { Lane, Sheet, Spot } from "./sheet.js";

/** A percentage of a sample, and the whole numbers that are next to it. */
export interface SampleCheck {
  readonly result: Spot;
  /** The size, where it is printed in a cell; a heading's `(n = 48)` is none. */
  readonly size: Spot | undefined;
  readonly of: number;
  /** The whole numbers of the sample whose percentages lie on either side, or the one that prints so. */
  readonly counts: readonly number[];
  readonly holds: boolean;
}

const sample =
  /^(?:total )?(?:sample(?: sizes?)?|respondents|responses|base(?: size)?|cohort(?: size)?|n|number of (?:respondents|responses|participants|people surveyed)|people (?:asked|surveyed)|surveyed|interviewed)\W*(?:\(n\)\W*)?$/i;
const inHeading = /\((?:n|base|sample(?: size)?) ?[=:] ?(?<n>\d{1,5})\)/i;
/** Percentages of persons in the sample. Of these, "% of those", "% change" and averages are none. */
const ofSample =
  /^(?:(?:%|per ?cent(?:age)?|proportion)(?: of (?:the )?(?:sample|respondents|participants|people|offenders|victims|cohort))? (?:who|that|with|re|satis|agree|commit|involv|say|feel|felt|report|answer)|% ?$|%\W*(?:yes|no)\W*$)/i;
const otherBase = /\b(?:those|these|them|whom|change|average|mean|weighted|adjusted|estimated?)\b/i;

/** The percentages of a sheet's lanes that are of the sample sizes of their lines. */
export function sampleChecks(sheet: Sheet): SampleCheck[] {
  const sizes = sheet.lanes.filter((it) => sample.test(it.label.trim()) && it.kind === "amount");
  const [size] = sizes;
  if (sizes.length > 1 || /\bweighted\b/i.test(sheet.notes.words)) return [];
  return sheet.lanes.flatMap((lane) => {
    if (!ofSample.test(lane.label.trim()) || otherBase.test(lane.label)) return [];
    return lane.spots.flatMap((spot, line) => checkAt(sheet, lane, size, spot, line) ?? []);
  });
}

function checkAt(
  sheet: Sheet,
  lane: Lane,
  size: Lane | undefined,
  spot: Spot | undefined,
  line: number,
): SampleCheck | undefined {
  if (!spot || isFootnoted(spot) || (spot.figure.unit !== "%" && lane.kind !== "percent")) return undefined;
  const counted = size?.spots[line];
  const told = inHeading.exec((sheet.crossings[line]?.label ?? "").slice(0, 160))?.groups?.n;
  const of = counted ? counted.figure.value.toNumber() : Number(told);
  if (!(Number.isInteger(of) && of > 0) || (counted && (!counted.isExact || isFootnoted(counted))))
    return undefined;
  if (spot.figure.value.lt(0) || spot.figure.value.gt(100)) return undefined;
  // Where a step is wider than a person, every percentage is one of somebody.
  if (spot.least.times(of).gte(100)) return undefined;
  return judgeSample(spot, counted, of);
}

function judgeSample(result: Spot, size: Spot | undefined, of: number): SampleCheck {
  const { figure } = result;
  const near = Math.floor(figure.value.times(of).div(100).toNumber());
  const candidates = [near - 1, near, near + 1, near + 2].filter((it) => it >= 0 && it <= of);
  // 26.0% may be 26% printed with a zero for its looks.
  const least = figure.decimals > 0 && /0\D*$/.test(figure.text) ? result.least.times(10) : result.least;
  const fitting = candidates.filter((it) =>
    couldPrint(exactly(new Big(it).times(100).div(of)), figure, least),
  );
  if (fitting.length > 0) return { result, size, of, counts: fitting, holds: true };
  return { result, size, of, counts: [near, near + 1].filter((it) => it <= of), holds: false };
}
