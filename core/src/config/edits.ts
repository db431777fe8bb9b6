// Edits of a board-paper.yaml that leave everything else in it as it was typed.

import type { RuleSeverity } from "../lint/rule.js";
import { applyEdits, type TextEdit } from "../text/edit.js";
import { type Content, fill, insert, isNothing, nested, replaceValue } from "./insert.js";
import { readTree, type Tree, type TreeMap, valueAt } from "./yaml-tree.js";

/**
 * Edits after which the rule counts as `severity`; its options, comments and layout stay. `undefined` where the text
 * cannot be edited because it is broken.
 */
export function setRuleEdits(
  text: string,
  rule: string,
  severity: RuleSeverity,
): readonly TextEdit[] | undefined {
  const { tree, problems } = readTree(text);
  if (problems.length > 0) return undefined;
  const setting = valueAt(tree, ["rules", rule]);
  return setting?.kind === "map"
    ? put(text, tree, ["rules", rule], { severity })
    : put(text, tree, ["rules"], { [rule]: severity });
}

/**
 * Edits after which the glossary has these short forms with these expansions; one that is there already gets the new
 * expansion. `undefined` where the text cannot be edited because it is broken.
 */
export function addToGlossaryEdits(
  text: string,
  entries: Readonly<Record<string, string>>,
): readonly TextEdit[] | undefined {
  const { tree, problems } = readTree(text);
  return problems.length > 0 ? undefined : put(text, tree, ["glossary"], entries);
}

/** Edits that put values under names in the map at a path, which is made where it is missing. */
function put(
  text: string,
  tree: Tree,
  path: readonly string[],
  values: Readonly<Record<string, string>>,
): readonly TextEdit[] | undefined {
  if (Object.keys(values).length === 0) return [];
  const edits = putContent(text, tree, path, nested([], values));
  const edited = edits && applyEdits(text, edits);
  return edited !== undefined && says(edited, path, values) ? edits : undefined;
}

/** Whether the text can be read and has these values: an edit of a layout that was not foreseen is not made. */
function says(text: string, path: readonly string[], values: Readonly<Record<string, string>>): boolean {
  const { tree, problems } = readTree(text);
  if (problems.length > 0) return false;
  return Object.entries(values).every(([name, value]) => {
    const found = valueAt(tree, [...path, name]);
    return found?.kind === "scalar" && found.value === value;
  });
}

/** Edits that put content into the map at a path of a file that can be read. */
export function putContent(
  text: string,
  tree: Tree,
  path: readonly string[],
  content: Content,
): TextEdit[] | undefined {
  let at = tree;
  for (const [depth, name] of path.entries()) {
    if (at.kind !== "map") return undefined;
    const entry = at.entries.find((it) => it.key === name);
    if (entry === undefined) return [insert(text, at, nested(path.slice(depth), content), at === tree)];
    if (isNothing(entry.value)) return [fill(text, at, entry, nested(path.slice(depth + 1), content))];
    at = entry.value;
  }
  return at.kind === "map" ? editEntries(text, at, content) : undefined;
}

function editEntries(text: string, map: TreeMap, content: Content): TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  const added: Content[number][] = [];
  for (const it of content) {
    const entry = map.entries.find(({ key }) => key === it.name);
    if (entry === undefined) added.push(it);
    else if (entry.value.kind !== "scalar" || typeof it.value !== "string") return undefined;
    else edits.push(replaceValue(text, map, entry, it.value));
  }
  return added.length === 0 ? edits : [...edits, insert(text, map, added, false)];
}
