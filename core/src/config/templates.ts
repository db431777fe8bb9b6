import type { RuleSetting, Settings } from "../lint/settings.js";
import type { FieldRule, SectionRule, Template } from "../lint/template.js";
import { ruleSettings } from "./rule-settings.js";
import type { FieldEntry, SectionEntry, TemplateEntry } from "./schema.js";

/** What the file says of its templates, by name. */
export type TemplateEntries = Readonly<Record<string, TemplateEntry | null>>;

/**
 * The file's templates, each with what it extends, behind the built-in ones that it does not replace. The names under
 * `extends` are known and go in no circle. A template that extends its own name extends the built-in one.
 */
export function resolveTemplates(entries: TemplateEntries, { templates, rules }: Settings): Template[] {
  const resolved = new Map<string, Template>();
  const known = (name: string, from: string | undefined): Template | undefined =>
    name === from || !Object.hasOwn(entries, name)
      ? templates.find((it) => it.name === name)
      : resolved.get(name);
  const resolve = (name: string): Template | undefined => {
    // Ancestors first, one by one: a chain of thousands must not run out of stack.
    for (const it of unresolved(name, entries, resolved)) {
      const entry = entries[it] ?? {};
      const parent = entry.extends === undefined ? undefined : known(entry.extends, it);
      resolved.set(it, extendTemplate(it, entry, parent, ruleSettings(entry.rules, rules)));
    }
    return resolved.get(name);
  };
  const own = Object.keys(entries).flatMap((name) => resolve(name) ?? []);
  return [...templates.filter((it) => !Object.hasOwn(entries, it.name)), ...own];
}

/** A template and what it extends, as far as they are not put together yet: the furthest first. */
function unresolved(
  name: string,
  entries: TemplateEntries,
  resolved: ReadonlyMap<string, Template>,
): readonly string[] {
  const chain: string[] = [];
  let at: string | undefined = name;
  while (at !== undefined && Object.hasOwn(entries, at) && !resolved.has(at)) {
    chain.push(at);
    const next: string | undefined = entries[at]?.extends;
    at = next === at ? undefined : next;
  }
  return chain.reverse();
}

function extendTemplate(
  name: string,
  entry: TemplateEntry,
  parent: Template | undefined,
  rules: Readonly<Record<string, RuleSetting>>,
): Template {
  return {
    name,
    title: entry.title ?? name,
    fields: extendFields(name, entry.fields ?? {}, parent?.fields ?? []),
    sections: extendSections(entry.sections ?? [], parent?.sections ?? []),
    known: [...new Set([...(parent?.known ?? []), ...(entry.known ?? [])])],
    glossary: { ...parent?.glossary, ...entry.glossary },
    rules: mergeRules(parent?.rules ?? {}, rules),
  };
}

/** Fields of the parent that are changed stay where they are; others follow them. */
function extendFields(
  template: string,
  entries: NonNullable<TemplateEntry["fields"]>,
  parent: readonly FieldRule[],
): FieldRule[] {
  const changed = parent.map((it) => changeField(it, entries[it.name] ?? {}));
  const added = Object.entries(entries)
    .filter(([name]) => !parent.some((it) => it.name === name))
    .map(([name, entry]) => changeField(newField(name), entry ?? {}));
  // Papers name the template that they follow, which is this one.
  return [...changed, ...added].map((it) => (it.name === "template" ? { ...it, example: template } : it));
}

function newField(name: string): FieldRule {
  const words = name.replace(/[-_]+/g, " ");
  return {
    name,
    kind: "text",
    need: "optional",
    meaning: `The paper's ${words}.`,
    example: words.charAt(0).toUpperCase() + words.slice(1),
  };
}

function changeField(field: FieldRule, { words, ...entry }: FieldEntry): FieldRule {
  const example = entry.example ?? entry.choices?.[0];
  return {
    ...field,
    ...withoutUndefined(entry),
    ...(words !== undefined && { words: Number(words) }),
    ...(example !== undefined && { example }),
  };
}

/**
 * A section with a title of the parent's takes its place; others follow. One that has to be the first goes to the
 * front, and no other is the first any more.
 */
function extendSections(entries: readonly SectionEntry[], parent: readonly SectionRule[]): SectionRule[] {
  let sections = [...parent];
  for (const section of entries.map(readSection)) {
    const at = sections.findIndex((it) => it.titles.some((title) => isSame(title, section.titles[0] ?? "")));
    if (section.first) {
      const others = sections.filter((_, i) => i !== at).map(({ first: _, ...rest }) => rest);
      sections = [section, ...others];
    } else if (at >= 0) sections[at] = section;
    else sections.push(section);
  }
  return sections;
}

function readSection(entry: SectionEntry): SectionRule {
  if (typeof entry === "string") return { titles: [entry], need: "required" };
  return {
    titles: [entry.title, ...(entry.or ?? [])],
    need: entry.need ?? "required",
    ...(entry.first !== undefined && { first: entry.first }),
    ...(entry.guidance !== undefined && { guidance: entry.guidance }),
  };
}

/** Whether two titles are one but for case and numbers. */
export function isSame(title: string, other: string): boolean {
  const bare = (it: string): string =>
    it
      .trim()
      .replace(/^[\d.]+\s+/, "")
      .toLowerCase();
  return bare(title) === bare(other);
}

function mergeRules(
  parent: Readonly<Record<string, RuleSetting>>,
  own: Readonly<Record<string, RuleSetting>>,
): Record<string, RuleSetting> {
  const merged = new Map(Object.entries(parent));
  for (const [id, setting] of Object.entries(own)) {
    const before = merged.get(id);
    const options = { ...before?.options, ...setting.options };
    merged.set(id, { ...before, ...setting, ...(Object.keys(options).length > 0 && { options }) });
  }
  return Object.fromEntries(merged);
}

function withoutUndefined<T extends object>(value: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, it]) => it !== undefined)) as {
    [Key in keyof T]?: Exclude<T[Key], undefined>;
  };
}
