import { applyEdits, type TextEdit } from "../text/edit.js";
import { putContent } from "./edits.js";
import { appendItems, isNothing, listText } from "./insert.js";
import { readTree, type Tree, valueAt } from "./yaml-tree.js";

const setting = ["rules", "acronym-undefined"];

/**
 * Edits after which the file lists these short forms as ones that need no explanation; how the rule counts stays.
 * `undefined` where the text cannot be edited because it is broken.
 */
export function ignoreAcronymsEdits(
  text: string,
  shorts: readonly string[],
): readonly TextEdit[] | undefined {
  const { tree, problems } = readTree(text);
  if (problems.length > 0) return undefined;
  const known = ignored(tree);
  const added = [...new Set(shorts)].filter((it) => !known.includes(it));
  if (added.length === 0) return [];
  const edits = editsFor(text, tree, added);
  const edited = edits && applyEdits(text, edits);
  const listed = edited === undefined ? [] : ignored(readTree(edited).tree);
  return added.every((it) => listed.includes(it)) ? edits : undefined;
}

function editsFor(text: string, tree: Tree, added: readonly string[]): readonly TextEdit[] | undefined {
  const list = valueAt(tree, [...setting, "ignore"]);
  if (list?.kind === "list") return [appendItems(text, list, added)];
  const said = valueAt(tree, setting);
  if (said?.kind !== "scalar" || isNothing(said))
    return putContent(text, tree, setting, [{ name: "ignore", value: { items: added } }]);
  // `acronym-undefined: info` says how the rule counts, in short.
  const severity = text.slice(said.span.start, said.span.end);
  return [{ ...said.span, text: `{ severity: ${severity}, ignore: ${listText(added)} }` }];
}

function ignored(tree: Tree): string[] {
  const list = valueAt(tree, [...setting, "ignore"]);
  if (list?.kind !== "list") return [];
  return list.items.flatMap((it) => (it.kind === "scalar" && typeof it.value === "string" ? [it.value] : []));
}
