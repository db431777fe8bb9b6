/** Fills in a VS Code snippet as an author does who accepts every default. */

/** The text of a snippet: each placeholder with its default, each choice with its first, each variable as given. */
export function expandSnippet(body: string, variables: Readonly<Record<string, string>>): string {
  const defaults = new Map<string, string>();
  return expand(body, 0, "").text;

  /** Expands from `at` up to the character `closing`, or to the end where there is none. */
  function expand(source: string, at: number, closing: string): { text: string; end: number } {
    let text = "";
    let i = at;
    while (i < source.length && source.charAt(i) !== closing) {
      const rest = source.slice(i);
      const escaped = /^\\(.)/.exec(rest);
      const repeated = /^\$(?:(\d+)|\{(\d+)\})/.exec(rest);
      const variable = /^\$(?:([A-Z_]+)|\{([A-Z_]+)\})/.exec(rest);
      const choice = /^\$\{(\d+)\|([^,|]*)[^|]*\|\}/.exec(rest);
      const placeholder = /^\$\{(\d+):/.exec(rest);
      if (placeholder) {
        const inside = expand(source, i + placeholder[0].length, "}");
        text += remember(placeholder[1], inside.text);
        i = inside.end;
        continue;
      }
      if (escaped) text += escaped[1];
      else if (repeated) text += defaults.get(repeated[1] ?? repeated[2] ?? "") ?? "";
      else if (variable) text += valueOfVariable(variable[1] ?? variable[2] ?? "");
      else if (choice) text += remember(choice[1], choice[2]);
      else text += rest.charAt(0);
      i += (escaped ?? repeated ?? variable ?? choice)?.[0].length ?? 1;
    }
    if (closing !== "" && i >= source.length) throw new Error(`Not closed: ${source.slice(at)}`);
    return { text, end: i + closing.length };
  }

  function remember(stop = "", value = ""): string {
    defaults.set(stop, value);
    return value;
  }

  function valueOfVariable(name: string): string {
    const value = variables[name];
    if (value === undefined) throw new Error(`Unknown variable: ${name}`);
    return value;
  }
}
