import { count, sayCounts } from "../wording.js";
import type { Totals } from "./reporter.js";

/** A run in a sentence or two; empty when no paper could be checked, for then it is said why. */
export function sayTotals({ papers, found, fixable, problems }: Totals): string {
  if (papers === 0) return problems.length === 0 ? "There was no paper to check." : "";
  const missed =
    problems.length > 0
      ? ` ${problems.length === 1 ? "One could" : `${problems.length} could`} not be checked.`
      : "";
  const counts = sayCounts(found);
  if (counts === "") return `${count(papers, "paper")} checked: nothing found.${missed}`;
  const repair = fixable > 0 ? ` ${fixable} can be repaired by board-paper fix.` : "";
  return `${count(papers, "paper")} checked: ${counts}.${repair}${missed}`;
}
