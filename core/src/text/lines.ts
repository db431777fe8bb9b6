// Line endings as CommonMark 2.1 and LSP 3.17 both define them: "\n", "\r\n" and a lone "\r".

const LF = 10;
const CR = 13;
const SPACE = 32;
const TAB = 9;

/** The offset just behind the line ending that closes the line at `from`, or the text's length. */
export function nextLine(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === LF) return i + 1;
    if (code === CR) return text.charCodeAt(i + 1) === LF ? i + 2 : i + 1;
  }
  return text.length;
}

/** The offset at which the line at `from` starts. */
export function lineStart(text: string, from: number): number {
  let at = from;
  while (at > 0 && !isLineEnding(text.charCodeAt(at - 1))) at--;
  return at;
}

/** The offset of the line ending that closes the line at `from`, or the text's length. */
export function lineEnd(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === LF || code === CR) return i;
  }
  return text.length;
}

/**
 * How new lines of a text should end: as its first one does, and with "\n" in a text of one line. A lone "\r" counts
 * only where there is nothing else, for YAML does not know it.
 */
export function lineEnding(text: string): string {
  return /\r?\n/.exec(text)?.[0] ?? (text.includes("\r") ? "\r" : "\n");
}

/** The offsets at which the text's lines start; the first is 0. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === CR && text.charCodeAt(i + 1) === LF) continue;
    if (code === LF || code === CR) starts.push(i + 1);
  }
  return starts;
}

/** Whether the line at `from` holds spaces and tabs only. */
export function isBlankLine(text: string, from: number): boolean {
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === LF || code === CR) return true;
    if (code !== SPACE && code !== TAB) return false;
  }
  return true;
}

/** The offset behind any blank lines that start at `from`. */
export function skipBlankLines(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBlankLine(text, at)) at = nextLine(text, at);
  return at;
}

/** Where the content of the line at `from` starts, and its indentation in columns (tab stops of 4). */
export function indentation(text: string, from: number): { readonly at: number; readonly columns: number } {
  let columns = 0;
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === SPACE) columns++;
    else if (code === TAB) columns += 4 - (columns % 4);
    else break;
  }
  return { at, columns };
}

function isLineEnding(code: number): boolean {
  return code === LF || code === CR;
}
