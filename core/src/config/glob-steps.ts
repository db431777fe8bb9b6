// Globs, matched in one walk along the path: at each of its characters it is known which places of the glob it may have
// come to. So no path takes longer than its length times that of the glob, where a regular expression made of the same
// glob may try one way after another for ever.

/** What is done at one place of a glob: a character of the path is taken, or several places are gone on from. */
type Step =
  | { readonly kind: "one"; readonly takes: Takes }
  | { readonly kind: "many"; readonly takes: Takes }
  | { readonly kind: "fork"; readonly to: readonly number[] };

/** Whether a character is taken, which may be the first in a name. */
type Takes = (char: string, isFirst: boolean) => boolean;

/** A glob as steps, which follow one another. There are at most twice as many as the glob has characters. */
export type GlobSteps = readonly Step[];

/**
 * Reads a glob: `*`, `?` and `[a-z]` within a name, `**` for folders, `{a,b}` for one of several. None of them stands for
 * the point that a name starts with. What is none of these, or is not closed, stands for itself.
 */
export function readGlob(glob: string): GlobSteps {
  const chars = [...glob];
  const reader: Reader = { chars, braces: findBraces(chars), steps: [], groups: [] };
  for (let at = 0; at < chars.length; ) at = readPart(reader, at);
  return reader.steps;
}

/** Whether a path goes through all steps. */
export function goesThrough(steps: GlobSteps, path: string): boolean {
  let places = new Set<number>();
  enter(steps, 0, places);
  let isFirst = true;
  for (const char of path) {
    const next = new Set<number>();
    for (const place of places) {
      const step = steps[place];
      if (step === undefined || step.kind === "fork" || !step.takes(char, isFirst)) continue;
      enter(steps, step.kind === "many" ? place : place + 1, next);
    }
    if (next.size === 0) return false;
    places = next;
    isFirst = char === "/";
  }
  return places.has(steps.length);
}

/** Adds a place, and those that are come to from there without a character. */
function enter(steps: GlobSteps, place: number, places: Set<number>): void {
  const left = [place];
  for (let at = left.pop(); at !== undefined; at = left.pop()) {
    if (places.has(at)) continue;
    places.add(at);
    const step = steps[at];
    if (step?.kind === "many") left.push(at + 1);
    else if (step?.kind === "fork") left.push(...step.to);
  }
}

/** Braces that have been opened: the fork to the alternatives, and those at their ends that lead behind the last of them. */
interface Group {
  readonly starts: number[];
  readonly ends: number[][];
}

interface Reader {
  readonly chars: readonly string[];
  /** The places of braces and commas that part alternatives. */
  readonly braces: ReadonlySet<number>;
  readonly steps: Step[];
  readonly groups: Group[];
}

/** Reads what stands in a place of the glob; gives the place behind it. */
function readPart(reader: Reader, at: number): number {
  const { chars, braces, steps } = reader;
  if (braces.has(at)) return readBrace(reader, at);
  const char = chars[at] ?? "";
  if (char === "*") return readStars(reader, at);
  const end = char === "[" ? classEnd(chars, at) : undefined;
  if (end !== undefined) return readClass(reader, at, end);
  steps.push({ kind: "one", takes: char === "?" ? inName : char === "." ? pointAt(reader, at) : just(char) });
  return at + 1;
}

/** A point is the first of a name only where it is the first in the glob, too: `*.md` is not `.md`. */
function pointAt({ chars, braces }: Reader, at: number): Takes {
  const isSpelledOut = at === 0 || chars[at - 1] === "/" || (braces.has(at - 1) && chars[at - 1] !== "}");
  return (char, isFirst) => char === "." && (isSpelledOut || !isFirst);
}

function readBrace({ chars, steps, groups }: Reader, at: number): number {
  const group = groups.at(-1);
  if (chars[at] === "{") {
    const starts = [steps.length + 1];
    steps.push({ kind: "fork", to: starts });
    groups.push({ starts, ends: [] });
  } else if (chars[at] === ",") {
    const end: number[] = [];
    steps.push({ kind: "fork", to: end });
    group?.ends.push(end);
    group?.starts.push(steps.length);
  } else {
    for (const end of group?.ends ?? []) end.push(steps.length);
    groups.pop();
  }
  return at + 1;
}

/** Two stars that are all of a name stand for folders; with the `/` behind them, for none too. Others stay in a name. */
function readStars({ chars, braces, steps }: Reader, at: number): number {
  let end = at;
  while (chars[end] === "*") end++;
  const isBetween = (place: number, brace: string): boolean => {
    const char = chars[place];
    return char === undefined || char === "/" || (braces.has(place) && (char === "," || char === brace));
  };
  if (end - at !== 2 || !isBetween(at - 1, "{") || !isBetween(end, "}")) {
    steps.push({ kind: "many", takes: inName });
    return end;
  }
  const isBelow = chars[end] === "/";
  if (isBelow) steps.push({ kind: "fork", to: [steps.length + 1, steps.length + 3] });
  steps.push({ kind: "many", takes: inFolders });
  if (isBelow) steps.push({ kind: "one", takes: just("/") });
  return isBelow ? end + 1 : end;
}

/** One of some characters, or the very text: names with brackets are seldom meant otherwise. */
function readClass({ chars, steps }: Reader, at: number, end: number): number {
  const text = chars.slice(at, end);
  const behind = steps.length + 3 + text.length;
  steps.push({ kind: "fork", to: [steps.length + 1, steps.length + 3] });
  steps.push({ kind: "one", takes: oneOf(text.slice(1, -1)) }, { kind: "fork", to: [behind] });
  steps.push(...text.map((it): Step => ({ kind: "one", takes: just(it) })));
  return end;
}

/** The place behind the `]` that closes the brackets; one that comes first, or behind `!`, is one of the characters. */
function classEnd(chars: readonly string[], at: number): number | undefined {
  const first = isNegation(chars[at + 1]) ? at + 2 : at + 1;
  for (let i = first; i < chars.length && chars[i] !== "/"; i++)
    if (chars[i] === "]" && i > first) return i + 1;
  return undefined;
}

function oneOf(chars: readonly string[]): Takes {
  const isNegative = isNegation(chars[0]);
  const ranges: (readonly [first: string, last: string])[] = [];
  for (let i = isNegative ? 1 : 0; i < chars.length; i++) {
    const first = chars[i] ?? "";
    const last = chars[i + 1] === "-" ? chars[i + 2] : undefined;
    ranges.push([first, last ?? first]);
    if (last !== undefined) i += 2;
  }
  return (char, isFirst) =>
    inName(char, isFirst) &&
    ranges.some(([first, last]) => codeOf(first) <= codeOf(char) && codeOf(char) <= codeOf(last)) !==
      isNegative;
}

function isNegation(char: string | undefined): boolean {
  return char === "!" || char === "^";
}

function codeOf(char: string): number {
  return char.codePointAt(0) ?? 0;
}

/** The braces that are closed and have a comma, and these commas. */
function findBraces(chars: readonly string[]): Set<number> {
  const found = new Set<number>();
  const open: { readonly start: number; readonly commas: number[] }[] = [];
  for (let at = 0; at < chars.length; at++) {
    const char = chars[at];
    if (char === "[") at = (classEnd(chars, at) ?? at + 1) - 1;
    else if (char === "{") open.push({ start: at, commas: [] });
    else if (char === ",") open.at(-1)?.commas.push(at);
    else if (char === "}") {
      const { start, commas } = open.pop() ?? { start: at, commas: [] };
      if (commas.length > 0) for (const place of [start, ...commas, at]) found.add(place);
    }
  }
  return found;
}

function just(char: string): Takes {
  return (it) => it === char;
}

function inName(char: string, isFirst: boolean): boolean {
  return char !== "/" && inFolders(char, isFirst);
}

/** Names that start with a point are hidden, so a glob has to spell that point out. */
function inFolders(char: string, isFirst: boolean): boolean {
  return !isFirst || char !== ".";
}
