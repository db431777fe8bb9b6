import { type FrontMatter, fieldOf } from "../paper/front-matter.js";
import type { OptionTable, Rule, RuleSeverity, Severity } from "./rule.js";
import type { Template } from "./template.js";

/** How a rule counts here. */
export interface RuleSetting {
  readonly severity?: RuleSeverity;
  readonly options?: Readonly<Record<string, unknown>>;
}

/** What papers are checked by. An immutable value: another setting is another value. */
export interface Settings {
  readonly rules: readonly Rule[];
  readonly templates: readonly Template[];
  /** The template of papers that name none. */
  readonly template: string;
  /** Rule settings by rule id. */
  readonly overrides: Readonly<Record<string, RuleSetting>>;
  /** Short forms and their expansions, for all papers of the house. */
  readonly glossary: Readonly<Record<string, string>>;
}

/** A rule with its severity and options settled. */
export interface ActiveRule {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly options: Readonly<Record<string, unknown>>;
}

/** The settings settled for papers of one template. */
export interface ActiveSettings {
  readonly rules: readonly ActiveRule[];
  readonly template: Template;
  readonly glossary: ReadonlyMap<string, string>;
}

/** The name that a paper's `template:` field gives. */
export function templateName(frontMatter: FrontMatter | undefined): string | undefined {
  const value = fieldOf(frontMatter, "template")?.value;
  return value?.kind === "text" ? value.text : undefined;
}

const settled = new WeakMap<Settings, Map<string, ActiveSettings>>();

/** The settings as they hold for a paper with these details; the same value for the same template. */
export function settle(settings: Settings, frontMatter: FrontMatter | undefined): ActiveSettings {
  const wanted = templateName(frontMatter);
  const name = settings.templates.some((it) => it.name === wanted) ? (wanted ?? "") : settings.template;
  const known = settled.get(settings) ?? new Map<string, ActiveSettings>();
  settled.set(settings, known);
  const active = known.get(name) ?? settleFor(settings, name);
  known.set(name, active);
  return active;
}

function settleFor(settings: Settings, name: string): ActiveSettings {
  const template = settings.templates.find((it) => it.name === name) ?? noTemplate(name);
  const rules: ActiveRule[] = [];
  for (const rule of settings.rules) {
    const [house, own] = [template.rules[rule.id], settings.overrides[rule.id]];
    const severity = own?.severity ?? house?.severity ?? rule.severity;
    const options = { ...defaults(rule.options), ...house?.options, ...own?.options };
    if (severity !== "off") rules.push({ rule, severity, options });
  }
  const glossary = new Map(
    Object.entries({ ...template.glossary, ...settings.glossary }).map(([short, words]) => [
      short.toUpperCase(),
      words,
    ]),
  );
  return { rules, template, glossary };
}

/** What holds where a template is named that there is none of. */
function noTemplate(name: string): Template {
  return { name, title: name, fields: [], sections: [], known: [], glossary: {}, rules: {} };
}

function defaults(table: OptionTable): Record<string, unknown> {
  return Object.fromEntries(Object.entries(table).map(([name, option]) => [name, option.default]));
}
