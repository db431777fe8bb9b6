/** How much a finding counts. */
type Severity = "error" | "warning" | "info";

/** Counts in the words that messages use, "2 must fix, 1 suggestion"; kinds that there are none of are left out. */
export function countWords(severities: readonly Severity[]): string {
  const count = (severity: Severity): number => severities.filter((it) => it === severity).length;
  const [errors, warnings, suggestions] = [count("error"), count("warning"), count("info")];
  const words = [
    errors > 0 ? `${errors} must fix` : "",
    warnings > 0 ? `${warnings} please check` : "",
    suggestions > 0 ? `${suggestions} ${suggestions === 1 ? "suggestion" : "suggestions"}` : "",
  ];
  return words.filter((it) => it !== "").join(", ") || "Nothing to fix";
}
