// Whether the words around a stated change say nothing that the lines it is held against do not have.

import type { Block } from "../../paper/block.js";
import type { ReachedTable } from "../../paper/table-reach.js";
import type { Line } from "../grid.js";
import type { Claim } from "./claim.js";
import type { Clause } from "./clause.js";
import { stemsOf } from "./label-words.js";

/** Whether all that a clause names is in the lines it is read of, or at least in the table. */
export function isExplained(
  clause: Clause,
  { table, name, about }: ReachedTable,
  lines: readonly Line[],
): boolean {
  if (clause.isRestricted) return false;
  const corner = table.rows[0]?.[0]?.words ?? "";
  const own = stemsOf([corner, ...lines.map((it) => `${it.label} ${it.category}`)].join(" "));
  const labels = table.rows.flatMap((row, i) => (i === 0 ? row : row.slice(0, 1))).map((it) => it.words);
  const known = stemsOf([...labels, name].join(" "));
  if (clause.names.some((it) => [...stemsOf(it)].some((stem) => !known.has(stem)))) return false;
  // A word that names another line of the table is a doubt, and so is one that nothing around the table has.
  const said = clause.subject.size > 0 && clause.base === "" ? clause.subject : clause.stems;
  const context = contextOf(about);
  return [...said, ...clause.besides].every((it) => own.has(it) || (!known.has(it) && context.has(it)));
}

/** Whether cells are of the measure that a clause names: a robbery rate is no count of robberies. */
export function isMeasured(
  { measures }: Clause,
  { inputs }: Claim,
  lines: readonly Line[],
  { table, about }: ReachedTable,
): boolean {
  const inPercent = inputs.some((it) => it.figure.unit === "%");
  const labels = lines.map((it) => `${it.label} ${it.category}`);
  const around = [...labels, table.rows[0]?.[0]?.words ?? "", wordsOf(about)].join(" ");
  return measures.every((it) => (it.inPercent && inPercent) || it.pattern.test(around));
}

/** The stems of what is said around a table. */
function contextOf(about: readonly Block[]): ReadonlySet<string> {
  return stemsOf(wordsOf(about));
}

function wordsOf(about: readonly Block[]): string {
  const text = about.flatMap(({ facts }) => [
    ...facts.headings.map((it) => it.text),
    ...facts.passages.map((it) => it.text),
  ]);
  return text.join(" ");
}
