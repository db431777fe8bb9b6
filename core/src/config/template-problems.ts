import { didYouMean } from "../lint/nearest.js";
import type { Template } from "../lint/template.js";
import type { ConfigContent } from "./schema.js";
import { isSame, type TemplateEntries } from "./templates.js";
import { type ConfigProblem, placeOf, type Tree } from "./yaml-tree.js";

type Path = readonly (string | number)[];
type Said = readonly [path: Path, message: string];

/**
 * Templates that extend each other in a circle: one problem for each circle, at the first of them. One that extends its
 * own name means the built-in template of that name, which there has to be.
 */
export function findCircles(
  entries: TemplateEntries,
  builtIn: readonly Template[],
  tree: Tree,
): ConfigProblem[] {
  const parents = new Map(Object.entries(entries).map(([name, entry]) => [name, entry?.extends]));
  const inCircles = new Set<string>();
  const said: Said[] = [];
  for (const [name, parent] of parents) {
    const path = ["templates", name, "extends"];
    if (parent === name) {
      if (!builtIn.some((it) => it.name === name)) said.push([path, "A template cannot extend itself."]);
      continue;
    }
    const circle = inCircles.has(name) ? undefined : circleOf(name, parents);
    if (circle === undefined) continue;
    for (const it of circle) inCircles.add(it);
    said.push([path, `Templates cannot extend each other in a circle: ${circle.join(" extends ")}.`]);
  }
  return said.map(([path, message]) => ({ message, span: placeOf(tree, path, "value") }));
}

/** The names from one template through what it extends back to itself, if they lead there. */
function circleOf(name: string, parents: ReadonlyMap<string, string | undefined>): string[] | undefined {
  const names = new Set([name]);
  let at = parents.get(name);
  while (at !== undefined && parents.has(at) && !names.has(at)) {
    names.add(at);
    const next = parents.get(at);
    if (next === at) return undefined;
    at = next;
  }
  return at === name ? [...names, name] : undefined;
}

/** What does not go together in a template, once it is put together with what it extends. */
export function findContradictions(
  file: ConfigContent,
  templates: readonly Template[],
  tree: Tree,
): ConfigProblem[] {
  const said = Object.keys(file.templates ?? {}).flatMap((name): Said[] => {
    const template = templates.find((it) => it.name === name);
    if (template === undefined) return [];
    return [...fieldProblems(file, template), ...sectionProblems(file, name)];
  });
  return said.map(([path, message]) => ({ message, span: placeOf(tree, path, "value") }));
}

function fieldProblems(file: ConfigContent, template: Template): Said[] {
  const names = template.fields.map((it) => it.name);
  const entries = file.templates?.[template.name]?.fields ?? {};
  return Object.entries(entries).flatMap(([name, entry]): Said[] => {
    const path = ["templates", template.name, "fields", name];
    const field = template.fields.find((it) => it.name === name);
    const chooses = field?.kind === "choice" || field?.kind === "choices";
    const said: Said[] = [];
    if (chooses && (field.choices ?? []).length === 0)
      said.push([path, `"${name}" is a choice: say of what, such as choices: [open, exempt].`]);
    if (!chooses && entry?.choices !== undefined)
      said.push([[...path, "choices"], "Only a field of the kind choice or choices has choices."]);
    const others: [Path, string][] = (entry?.instead ?? []).map((it, i) => [[...path, "instead", i], it]);
    if (entry?.when !== undefined) others.push([[...path, "when", "field"], entry.when.field]);
    for (const [at, other] of others) {
      if (!names.includes(other))
        said.push([at, `The template has no field "${other}".${didYouMean(other, names)}`]);
    }
    return said;
  });
}

function sectionProblems(file: ConfigContent, name: string): Said[] {
  const sections = file.templates?.[name]?.sections ?? [];
  const titles = sections.map((it) => (typeof it === "string" ? it : it.title));
  return titles.flatMap((title, i): Said[] =>
    titles.slice(0, i).some((before) => isSame(before, title))
      ? [
          [
            ["templates", name, "sections", i],
            `The section "${title}" stands twice in this list. Keep one of them.`,
          ],
        ]
      : [],
  );
}
