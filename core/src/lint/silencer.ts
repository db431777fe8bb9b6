// Walks down a paper with its suppressions and tells, finding by finding, which of them silence it. A directive is
// credited for each finding that it silences, also where another one would have: none of them is called unneeded.

import type { Block } from "../paper/block.js";
import type { Chunk } from "../paper/chunk.js";
import type { Directive } from "../paper/directives.js";
import type { Paper } from "../paper/paper.js";
import { type Reach, reachOf } from "../paper/reach.js";
import { memo } from "../text/memo.js";

/** A directive in its paper. */
export interface PlacedDirective {
  readonly block: Block;
  readonly directive: Directive;
  /** The block's index and start in the paper. */
  readonly index: number;
  readonly offset: number;
}

/** What a directive says of one rule, or of all, and how often it was of use. */
export interface Clause {
  readonly placed: PlacedDirective;
  readonly rule: string | undefined;
  uses: number;
}

/** Whether a rule is silenced by comments that name none. */
type ObeysAll = (rule: string) => boolean;

const noDirectives: readonly PlacedDirective[] = [];
const blocksWithDirectives = memo((chunk: Chunk): readonly number[] =>
  chunk.blocks.flatMap((block, i) => (block.facts.directives.length > 0 ? [i] : [])),
);

/** All directives of a paper, in order. A chunk without any costs nothing. */
export function directivesOf(paper: Paper): readonly PlacedDirective[] {
  if (paper.chunks.every((chunk) => blocksWithDirectives(chunk).length === 0)) return noDirectives;
  return paper.chunks.flatMap((chunk, i) =>
    blocksWithDirectives(chunk).flatMap((inChunk) => {
      const block = chunk.blocks[inChunk];
      const start = paper.starts[i];
      if (!block || !start) return [];
      const offset = start.offset + (chunk.offsets[inChunk] ?? 0);
      return block.facts.directives.map((directive) => ({
        block,
        directive,
        index: start.block + inChunk,
        offset,
      }));
    }),
  );
}

/** The clauses of directives: one for each rule named, one where none is. */
export function clausesOf(directives: readonly PlacedDirective[]): Clause[][] {
  return directives.map((placed) => {
    const names = placed.directive.rules.map((it) => it.name);
    return (names.length > 0 ? names : [undefined]).map((rule) => ({ placed, rule, uses: 0 }));
  });
}

/** Where clauses begin to hold. */
interface Turn {
  readonly at: number;
  readonly end: number;
  readonly clauses: readonly Clause[];
}

/** Is asked about findings in the order of the paper, once. */
export class Silencer {
  readonly #obeysAll: ObeysAll;
  readonly #file = new Map<string | undefined, Clause>();
  readonly #regions: Turn[] = [];
  readonly #lines: Turn[] = [];
  #nextRegion = 0;
  #nextLine = 0;
  readonly #open = new Map<string | undefined, Clause>();
  /** The rules that are on again although a `disable` of all is open. */
  readonly #except = new Set<string>();
  readonly #reaching = new Map<string | undefined, { readonly end: number; readonly clause: Clause }[]>();

  constructor(paper: Paper, clauses: readonly (readonly Clause[])[], obeysAll: ObeysAll) {
    this.#obeysAll = obeysAll;
    let reach: Reach | undefined;
    for (const each of clauses) {
      const placed = each[0]?.placed;
      if (!placed) continue;
      const { directive, offset } = placed;
      const end = offset + directive.span.end;
      if (directive.kind === "disable-next-line") {
        const own = reachOf(paper, placed, reach);
        if (!directive.goesOn) reach = own;
        this.#lines.push({ at: own.start, end: own.end, clauses: each });
      } else if (directive.kind === "disable-file") {
        for (const clause of each) if (!this.#file.has(clause.rule)) this.#file.set(clause.rule, clause);
      } else
        this.#regions.push({
          at: directive.kind === "enable" ? offset + directive.span.start : end,
          end,
          clauses: each,
        });
    }
  }

  /** The clause that silences a finding of a rule at an offset, the nearest where there are several. */
  at(offset: number, rule: string): Clause | undefined {
    this.#moveTo(offset);
    const all = this.#obeysAll(rule);
    const clauses = [
      this.#reachingAt(offset, rule),
      all ? this.#reachingAt(offset, undefined) : undefined,
      this.#open.get(rule),
      all && !this.#except.has(rule) ? this.#open.get(undefined) : undefined,
      this.#file.get(rule),
      all ? this.#file.get(undefined) : undefined,
    ].filter((it) => it !== undefined);
    for (const clause of clauses) clause.uses++;
    return clauses[0];
  }

  /** Passes all that is left, so that every `enable` has met what it ends. */
  finish(): void {
    this.#moveTo(Number.POSITIVE_INFINITY);
  }

  #moveTo(offset: number): void {
    for (
      let turn = this.#regions[this.#nextRegion];
      turn && turn.at <= offset;
      turn = this.#regions[++this.#nextRegion]
    ) {
      for (const clause of turn.clauses)
        if (clause.placed.directive.kind === "enable") this.#enable(clause);
        else this.#disable(clause);
    }
    for (
      let turn = this.#lines[this.#nextLine];
      turn && turn.at <= offset;
      turn = this.#lines[++this.#nextLine]
    ) {
      for (const clause of turn.clauses) {
        const reaching = this.#reaching.get(clause.rule) ?? [];
        this.#reaching.set(clause.rule, reaching);
        reaching.push({ end: turn.end, clause });
      }
    }
  }

  #disable(clause: Clause): void {
    const { rule } = clause;
    if (!this.#open.has(rule) || (rule === undefined && this.#except.size > 0)) this.#open.set(rule, clause);
    if (rule === undefined) this.#except.clear();
  }

  #enable(clause: Clause): void {
    const { rule } = clause;
    if (rule === undefined) {
      if (this.#open.size > 0) clause.uses++;
      this.#open.clear();
      this.#except.clear();
      return;
    }
    const ends = this.#open.delete(rule);
    const excepts = this.#open.has(undefined) && !this.#except.has(rule);
    if (excepts) this.#except.add(rule);
    if (ends || excepts) clause.uses++;
  }

  #reachingAt(offset: number, rule: string | undefined): Clause | undefined {
    const reaching = this.#reaching.get(rule);
    while (reaching && (reaching.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= offset) reaching.pop();
    return reaching?.at(-1)?.clause;
  }
}
