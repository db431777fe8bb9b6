/**
 * A text as a YAML value or name of one line: as it is where YAML reads it as that text, else in quotation marks.
 * Between brackets (`within` "flow") a comma needs them too.
 */
export function yamlText(text: string, within: "block" | "flow" = "block"): string {
  const isPlain =
    /^[\p{L}\d(£][\p{L}\p{M}\d ()'’./&+–—£%;!?,_-]*$/u.test(text) &&
    !text.endsWith(" ") &&
    !(within === "flow" && text.includes(",")) &&
    !reserved.test(text);
  return isPlain ? text : JSON.stringify(text);
}

/** What some reader of YAML takes for something else than a text: nothing, yes or no, a number. */
const reserved = /^(?:null|true|false|yes|no|on|off|y|n|[\d.,_]+(?:e[+-]?\d+)?|0[xo][\da-f]+)$/i;
