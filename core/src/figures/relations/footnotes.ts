import type { Spot } from "./sheet.js";

const mark =
  /[*†‡§#^¹²³⁴⁵⁶⁷⁸⁹]|\[(?:note )?\w{1,2}\]|\((?:[a-z]|i{1,3}|est\.?|estimated?|prov\.?|provisional|rev\.?|revised|forecast)\)/i;

/** Whether something is said of a figure elsewhere: `12†`, `340 (r)`. It may well not follow from those beside it. */
export function isFootnoted({ cell, figure }: Pick<Spot, "cell" | "figure">): boolean {
  return cell.words.length > figure.text.length && mark.test(cell.words.replace(figure.text, ""));
}
