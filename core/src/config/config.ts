import * as v from "valibot";
import { defaultSettings } from "../defaults.js";
import type { Settings } from "../lint/settings.js";
import { sayIssues } from "./issues.js";
import type { PapersEntry } from "./papers.js";
import { ruleSettings } from "./rule-settings.js";
import { type ConfigContent, configSchema } from "./schema.js";
import { findCircles, findContradictions } from "./template-problems.js";
import { resolveTemplates } from "./templates.js";
import { type ConfigProblem, plain, readTree, type Tree, valueAt } from "./yaml-tree.js";

export type { ConfigProblem } from "./yaml-tree.js";

/** The name of the file that says what papers are checked by. The nearest one above a paper holds, whole. */
export const configFileName = "board-paper.yaml";

/** What a `board-paper.yaml` says. With problems, nothing of it may be used: the caller keeps the last good one. */
export interface Config {
  readonly settings: Settings;
  readonly papers: readonly PapersEntry[];
  /** In the order of the file. */
  readonly problems: readonly ConfigProblem[];
}

/**
 * Reads the text of a `board-paper.yaml`. What it does not say is as built in. A text with problems, of which all are
 * given, changes nothing.
 */
export function readConfig(text: string): Config {
  const { tree, problems } = readTree(text);
  if (problems.length > 0) return broken(problems);
  const base = defaultSettings;
  const names = [...new Set([...base.templates.map((it) => it.name), ...namesUnder(tree, "templates")])];
  const read = v.safeParse(configSchema(base.rules, names), plain(tree));
  if (!read.success) return broken(sayIssues(read.issues, tree));
  const entries = read.output.templates ?? {};
  const circles = findCircles(entries, base.templates, tree);
  if (circles.length > 0) return broken(circles);
  const settings = settingsOf(read.output, base);
  const contradictions = findContradictions(read.output, settings.templates, tree);
  if (contradictions.length > 0) return broken(contradictions);
  const papers = (read.output.papers ?? []).map(({ files, template }) => ({
    files: typeof files === "string" ? [files] : files,
    template,
  }));
  return { settings, papers, problems: [] };
}

function broken(problems: readonly ConfigProblem[]): Config {
  const ordered = [...problems].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return { settings: defaultSettings, papers: [], problems: ordered };
}

function settingsOf(file: ConfigContent, base: Settings): Settings {
  return {
    rules: base.rules,
    templates: resolveTemplates(file.templates ?? {}, base),
    template: file.template ?? base.template,
    overrides: { ...base.overrides, ...ruleSettings(file.rules, base.rules) },
    glossary: { ...base.glossary, ...file.glossary },
  };
}

function namesUnder(tree: Tree, key: string): string[] {
  const found = valueAt(tree, [key]);
  return found?.kind === "map" ? found.entries.map((it) => it.key) : [];
}
