import type { BaseIssue, IssuePathItem } from "valibot";
import { type ConfigProblem, placeOf, type Tree } from "./yaml-tree.js";

type Issue = BaseIssue<unknown>;

/** What the shape of the file finds fault with, each place once. */
export function sayIssues(issues: readonly Issue[], tree: Tree): ConfigProblem[] {
  const problems = new Map<string, ConfigProblem>();
  for (const { message, path } of issues.flatMap((it) => innermost(it, []))) {
    const span = placeOf(tree, path.map(stepOf), path.at(-1)?.origin === "key" ? "key" : "value");
    const place = `${span.start}:${span.end}`;
    if (!problems.has(place)) problems.set(place, { message, span });
  }
  return [...problems.values()];
}

interface Placed {
  readonly message: string;
  readonly path: readonly IssuePathItem[];
}

/** Where a text or a map would do, what is said about the inside of a map: that shape was meant. */
function innermost(issue: Issue, above: readonly IssuePathItem[]): Placed[] {
  const path = [...above, ...(issue.path ?? [])];
  const choices = issue.type === "union" ? (issue.issues ?? []) : [];
  const inside = choices.filter((it) => it.path !== undefined);
  if (inside.length > 0) return inside.flatMap((it) => innermost(it, path));
  return [{ message: choices[0]?.message ?? issue.message, path }];
}

function stepOf({ key }: IssuePathItem): string | number {
  return typeof key === "number" ? key : String(key);
}
