import type { YAMLError } from "yaml";

/** Whether a bracket or quotation mark does not close, which is noticed far behind it. */
export function isUnclosed({ message }: YAMLError): boolean {
  return /^(?:Missing closing|Flow (?:sequence|map))/.test(message);
}

/** What is to be said of YAML that cannot be read, whatever it is for; `undefined` where that depends on it. */
export function sayYamlError(error: YAMLError): string | undefined {
  if (isUnclosed(error)) return "A quotation mark or bracket is opened here and not closed.";
  switch (error.code) {
    case "TAB_AS_INDENT":
      return "A tab stands at the start of this line. Use spaces.";
    case "BAD_ALIAS":
    case "TAG_RESOLVE_FAILED":
      return "A text that starts with a symbol needs quotation marks.";
    default:
      return undefined;
  }
}
