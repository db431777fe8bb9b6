// How the words of a sentence name the rows and columns of a table: by stems, whatever their number and tense.

import type { Line } from "../grid.js";

/** The stems of some words, those that name nothing left out. */
export function stemsOf(words: string): ReadonlySet<string> {
  const stems = new Set<string>();
  const text = words.replace(/⟦[^⟧]*⟧/g, " ").replace(/\b(re|pre|non|co)-(?=\p{L})/giu, "$1");
  for (const [word] of text.matchAll(/\p{L}[\p{L}’']*/gu)) {
    const lower = word.toLowerCase().replace(/[’']s?$/, "");
    if (lower.length > 1 && !general.has(lower)) stems.add(stem(lower));
  }
  return stems;
}

/** A word without its ending, and of a long one no more than the beginning: `completers` and `complete` are one. */
function stem(word: string): string {
  const bare =
    word.length > 4
      ? word.replace(/(?:ations?|ions?|ies|iers?|ers?|ings?|ed|es|s|e|y|ly)$/, "")
      : word.replace(/s$/, "");
  return bare.slice(0, 6);
}

const general = new Set(
  (
    "the a an of in on at by for to from with and or as is are was were be been being has have had having who which that this these those it its their they them there " +
    "when while where than then so still also only just very more most less least such not no all each every any both other others between among across over under up down out into after before since during until within per " +
    "number numbers rate rates percentage percentages per cent percent proportion share level levels total totals figure figures overall amount amounts count counts volume volumes average averages averaged mean " +
    "group groups cohort cohorts category categories type types course table tables above below show shows showed shown showing see seen saw compare compared comparison comparing relative against versus " +
    "increase increased increases rise rose risen fall fell fallen reduce reduced reduction reductions decrease decreased decline declined drop dropped grow grew grown growth change changed changes higher lower greater fewer larger smaller double doubled halved net gross " +
    "still again further steadily sharply dramatically considerably slightly clearly continued continue continues trend time times fact way part due because following despite whole all " +
    "year years month months quarter period last previous same new once however together taken take result results likely likelihood terms point points data recorded reported report indicates indicate suggests suggest early now been result overall significant significantly some around about almost nearly those one two three"
  ).split(" "),
);

/** How well words name a line: how many of its label's stems they have, and how much of the label that is. */
export interface Naming {
  readonly line: Line;
  readonly at: number;
  readonly matched: ReadonlySet<string>;
  readonly coverage: number;
}

/** The lines that words name, the best first. */
export function namedLines(lines: readonly Line[], stems: ReadonlySet<string>): Naming[] {
  const found = lines.flatMap((line, at): Naming[] => {
    if (line.role === "break") return [];
    const own = stemsOf(`${line.label} ${line.category}`);
    const matched = new Set([...own].filter((it) => stems.has(it)));
    return matched.size === 0 ? [] : [{ line, at, matched, coverage: matched.size / own.size }];
  });
  return found.sort((a, b) => b.matched.size - a.matched.size || b.coverage - a.coverage);
}

/** The one line that words name better than any other; `undefined` where two are named as well. */
export function bestNamed(named: readonly Naming[]): Naming | undefined {
  const [first, second] = named;
  if (!first || !second) return first;
  const isClear = first.matched.size > second.matched.size || first.coverage > second.coverage + 0.01;
  return isClear ? first : undefined;
}
