// Lines of the source and heights of the page: which stands where.

/** A block on the page: its lines in the source, from 0, and where it stands, in pixels of the page. */
export interface Strip {
  readonly startLine: number;
  readonly lineCount: number;
  readonly top: number;
  readonly bottom: number;
}

/** Strips that are measured when they are asked for. */
export interface Strips {
  readonly length: number;
  at(index: number): Strip;
}

/** The line at a height within a strip, with its fraction; above it its first, below it the one behind it. */
export function lineAt({ startLine, lineCount, top, bottom }: Strip, y: number): number {
  return startLine + lineCount * within(y, top, bottom);
}

/** The height at which a line of the source stands. `strips` are in the order of their lines. */
export function heightOf(line: number, strips: Strips): number {
  const next = firstAt(strips.length, (index) => strips.at(index).startLine > line);
  if (next === 0) return 0;
  const { startLine, lineCount, top, bottom } = strips.at(next - 1);
  if (line < startLine + lineCount)
    return top + (bottom - top) * within(line, startLine, startLine + lineCount);
  // Between two blocks stands what is not shown.
  if (next === strips.length) return bottom;
  const behind = strips.at(next);
  return Math.max(
    bottom,
    bottom + (behind.top - bottom) * within(line, startLine + lineCount, behind.startLine),
  );
}

/** The first index that passes; `length` where none does. All behind one that passes do. */
export function firstAt(length: number, passes: (index: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function within(value: number, from: number, to: number): number {
  return to <= from ? 0 : Math.min(1, Math.max(0, (value - from) / (to - from)));
}
