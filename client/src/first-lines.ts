// What the extension reads by itself, without the language server: which house template a text names.

/** Front matter is looked for in so many lines. */
export const mostLines = 500;

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
    if (++count === mostLines) return undefined;
  }
  return undefined;
}

/**
 * Whether a `board-paper.yaml` may make a paper of a file that names this template, or none. One that cannot, cannot for
 * sure: it neither has the name nor lists files.
 */
export function mayTake(config: string, template: string | undefined): boolean {
  return (
    (template !== undefined && config.includes(template)) || /(?:^|[{,])\s*["']?papers["']?\s*:/m.test(config)
  );
}
