/** A label as CommonMark compares labels: case and the width of white space do not count (4.7). */
export function normalizeLabel(label: string): string {
  return label
    .replace(/[\t\n\r ]+/g, " ")
    .replace(/^ | $/g, "")
    .toLowerCase()
    .toUpperCase();
}

/** The texts in square brackets that could be reference labels, as written, without those in `[^…]` forms cut. */
export function bracketedLabels(text: string): string[] {
  if (!text.includes("[")) return [];
  const labels: string[] = [];
  for (const match of text.matchAll(/\[((?:[^[\]\\]|\\.){1,999})\]/gs)) {
    if (match[1] !== undefined && /\S/.test(match[1])) labels.push(match[1]);
  }
  return labels;
}
