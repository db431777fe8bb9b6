// What the extension reads by itself, without the language server: which house template a text names.

/** Front matter is looked for in so many lines. */
const most = 500;

/** The templates that are built in: the names under which a Markdown file is a paper in every folder. */
export const builtInTemplates: readonly string[] = ["spcb"];

/** The house template that front matter names. Takes as few lines as it needs; one where there is no front matter. */
export function templateNamed(lines: Iterable<string>): string | undefined {
  let count = 0;
  for (const line of lines) {
    if (count === 0 && !/^\uFEFF?---\s*$/.test(line)) return undefined;
    if (count > 0 && /^(?:---|\.\.\.)\s*$/.test(line)) return undefined;
    const name = /^template:\s+(?:"([^"]+)"|'([^']+)'|([^\s"'#][^#]*?))\s*(?:\s#.*)?$/.exec(line);
    if (name) return name[1] ?? name[2] ?? name[3];
    if (++count === most) return undefined;
  }
  return undefined;
}

/** The names of the templates that a `board-paper.yaml` has, as far as they stand one to a line. */
export function templatesIn(config: string): string[] {
  const lines = config.split(/\r?\n/);
  const start = lines.findIndex((line) => /^templates:\s*(?:#.*)?$/.test(line));
  if (start < 0) return [];
  const names: string[] = [];
  let indentation: number | undefined;
  for (const line of lines.slice(start + 1)) {
    if (/^\s*(?:#.*)?$/.test(line)) continue;
    const [, space = "", name] = /^( *)["']?([\w.-]+)["']?:/.exec(line) ?? [];
    if (!line.startsWith(" ")) break;
    indentation ??= space.length;
    if (name !== undefined && space.length === indentation) names.push(name);
  }
  return names;
}
