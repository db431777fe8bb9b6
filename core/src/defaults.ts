import { type Settings, templateName } from "./lint/settings.js";
import { splitBlock } from "./markdown/split.js";
import { readFrontMatter } from "./paper/front-matter.js";
import { rules } from "./rules/index.js";
import { spcb } from "./template/spcb.js";

/** All rules at their own severities, and the built-in templates. */
export const defaultSettings: Settings = {
  rules,
  templates: [spcb],
  template: spcb.name,
  overrides: {},
  glossary: {},
};

/** Whether a file is a paper: by its name, `*.paper.md`, or by front matter that names a known template. */
export function isPaper(fileName: string, text: string, settings: Settings = defaultSettings): boolean {
  if (/\.paper\.md$/i.test(fileName)) return true;
  const body = text.startsWith("\ufeff") ? text.slice(1) : text;
  if (!body.startsWith("---")) return false;
  const { kind, end } = splitBlock(body, 0, true);
  if (kind !== "frontMatter") return false;
  const name = templateName(readFrontMatter(body.slice(0, end)));
  return settings.templates.some((template) => template.name === name);
}
