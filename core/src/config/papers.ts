import type { Settings } from "../lint/settings.js";
import type { Config } from "./config.js";
import { globMatcher } from "./globs.js";

/** Files, by globs relative to the configuration's folder, and the template that those follow that name none. */
export interface PapersEntry {
  readonly files: readonly string[];
  readonly template: string;
}

/**
 * The settings for one paper; `path` is relative to the configuration's folder, with "/". The very same object for the
 * same configuration and template.
 */
export function settingsFor(config: Config, path: string): Settings {
  const { settings, papers } = config;
  const entry = papers.findLast((it) => matches(it, path));
  if (entry === undefined || entry.template === settings.template) return settings;
  const known = byTemplate.get(settings) ?? new Map<string, Settings>();
  byTemplate.set(settings, known);
  const found = known.get(entry.template) ?? { ...settings, template: entry.template };
  known.set(entry.template, found);
  return found;
}

/** Whether a glob of `papers` lists the file, which makes it a paper whatever its name and details. */
export function isListed(config: Config, path: string): boolean {
  return config.papers.some((it) => matches(it, path));
}

const byTemplate = new WeakMap<Settings, Map<string, Settings>>();
const matchers = new WeakMap<PapersEntry, readonly ((path: string) => boolean)[]>();

function matches(entry: PapersEntry, path: string): boolean {
  const known = matchers.get(entry) ?? entry.files.map(globMatcher);
  matchers.set(entry, known);
  return known.some((it) => it(path));
}
