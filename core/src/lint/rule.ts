// What a rule is. A rule is one file: data first, then the check, which yields problems and knows neither
// its severity nor any other rule.

import type { Mention } from "../figures/mentions.js";
import type { AcronymDefinition, AcronymGloss } from "../paper/acronyms.js";
import type { Block } from "../paper/block.js";
import type { Directive, NamedRule } from "../paper/directives.js";
import type { PlacedUse } from "../paper/facts.js";
import type { FrontMatter } from "../paper/front-matter.js";
import type { Neighbours } from "../paper/neighbours.js";
import type { Outline } from "../paper/outline.js";
import type { Place } from "../paper/places.js";
import type { Reference, ReferenceName } from "../paper/references.js";
import type { Sentence } from "../paper/sentences.js";
import type { ReachedTable } from "../paper/table-reach.js";
import type { TermUse } from "../paper/terms.js";
import type { Span } from "../text/span.js";
import type { Template } from "./template.js";

/** "Must fix", "please check", "suggestion". */
export type Severity = "error" | "warning" | "info";

/** How much a rule counts; one that is off is not asked. */
export type RuleSeverity = Severity | "off";

/** A place by its block's index in the paper, which outlives edits of the block's other words. */
export interface IndexedPlace {
  readonly block: number;
  readonly span: Span;
}

/** A replacement of a place by a text. */
export interface PlacedEdit<At> {
  readonly at: At;
  readonly text: string;
}

/** How far a renumbering goes: the paragraph found, from there to the end, or the whole paper. */
export type RenumberScope = "this" | "onwards" | "all";

/** A repair, as data. A safe one keeps every word and figure, and may be applied unasked. */
export type Fix<At = Place> =
  | {
      readonly kind: "edit";
      readonly title: string;
      readonly safe: boolean;
      readonly edits: readonly PlacedEdit<At>[];
    }
  | {
      readonly kind: "renumber";
      readonly title: string;
      readonly safe: false;
      readonly scope: RenumberScope;
    }
  | {
      /** Labels get other names: the one found alone, or all of its run in order. */
      readonly kind: "relabel";
      readonly title: string;
      readonly safe: false;
      readonly scope: "this" | "all";
    }
  | {
      /** Words that are put at the end of the paper. */
      readonly kind: "append";
      readonly title: string;
      readonly safe: false;
      readonly text: string;
    }
  | {
      /** Spells a short form out where it stands, in words that are looked for when somebody asks for the edit. */
      readonly kind: "explain";
      readonly title: string;
      readonly safe: false;
      readonly at: At;
      readonly short: string;
    }
  | {
      /** Adds short forms to the paper's details, which are looked into when somebody asks for the edit. */
      readonly kind: "define";
      readonly title: string;
      readonly safe: false;
      readonly shorts: readonly string[];
    };

/** What a rule says about a place. */
export interface Problem<At = Place> {
  readonly at: At;
  readonly message: string;
  /** Less than the rule's own severity, where this case is less certain. */
  readonly severity?: Severity;
  readonly related?: readonly { readonly at: At; readonly message: string }[];
  readonly fixes?: readonly Fix<At>[];
  /** Problems of one block and one group are joined into one by the rule's `join`. */
  readonly group?: string;
}

/** A fact under its key, in the order of the paper. */
export type KeyEntry =
  | { readonly kind: "use"; readonly block: Block; readonly use: PlacedUse }
  | { readonly kind: "definition"; readonly block: Block; readonly definition: AcronymDefinition }
  | { readonly kind: "gloss"; readonly block: Block; readonly gloss: AcronymGloss }
  | {
      readonly kind: "reference";
      readonly block: Block;
      readonly reference: Reference;
      readonly name: ReferenceName;
    }
  | { readonly kind: "figure"; readonly block: Block; readonly mention: Mention }
  | { readonly kind: "sentence"; readonly block: Block; readonly sentence: Sentence }
  | { readonly kind: "term"; readonly block: Block; readonly use: TermUse };

/**
 * What facts are gathered by: an acronym, an expansion's words, what a reference names, some of a figure's digits, a
 * sentence's words, a term however it is spelled. A rule is asked about a sentence that stands twice, and a term that is
 * spelled in two ways.
 */
export type KeyFamily = "acronym" | "expansion" | "reference" | "figure" | "sentence" | "term";

/** An acronym that is all but the same as another. */
export interface NearAcronym {
  readonly key: string;
  /** As first printed. */
  readonly name: string;
  readonly uses: number;
  readonly isExplained: boolean;
}

/** What every check may look at beside its facts. */
export interface RuleContext<Options = unknown> {
  readonly options: Options;
  readonly template: Template;
  /** Explained for all papers of a house: short form, in capitals, to expansion. */
  readonly glossary: ReadonlyMap<string, string>;
}

/** What a check of a key may look at: other keys, the order of the paper, and whether a word is said. */
export interface KeyContext<Options = unknown> extends RuleContext<Options> {
  /** What the key is one of. */
  readonly family: KeyFamily;
  readonly outline: Outline;
  /** The entries of a key of the same family, in the order of the paper. */
  readonly entries: (key: string) => readonly KeyEntry[];
  /** The other acronyms of the paper that are a slip of the pen away, in no order. */
  readonly near: (key: string) => readonly NearAcronym[];
  /** Whether the paper has the word in small letters, or with only its first letter a capital. */
  readonly says: (word: string) => boolean;
}

/** Options and their defaults; the defaults give the types. */
export type OptionTable = Readonly<
  Record<
    string,
    { readonly default: boolean | number | string | readonly string[]; readonly summary: string }
  >
>;
type Widen<T> = T extends boolean ? boolean : T extends number ? number : T extends string ? string : T;
/** The values of an option table. */
type OptionValues<Table extends OptionTable> = {
  readonly [Key in keyof Table]: Widen<Table[Key]["default"]>;
};

/** A paper, or part of one, that the rule finds fault with, and one that it does not. Both run as tests. */
export interface RuleExample {
  readonly bad: string;
  readonly good: string;
}

interface RuleBase<Table extends OptionTable> {
  readonly id: string;
  /** One sentence: what holds when the rule is content. */
  readonly summary: string;
  /** Why a reader of papers cares. */
  readonly why: string;
  readonly severity: RuleSeverity;
  readonly options: Table;
  readonly examples: readonly RuleExample[];
  /** What its fixes do, in words, or `undefined` when it has none. */
  readonly fix?: string;
  /** The problem that stands for several of one group. */
  readonly join?: (problems: readonly Problem[]) => Problem;
}

/** A rule that looks at one block; its findings are kept with the block. */
interface BlockRule<Table extends OptionTable> extends RuleBase<Table> {
  readonly scope: "block";
  readonly check: (block: Block, context: RuleContext<OptionValues<Table>>) => Iterable<Problem>;
}

/** A rule that looks at a block and those beside it, the bullets that it introduces among them. */
interface NeighbourRule<Table extends OptionTable> extends RuleBase<Table> {
  readonly scope: "neighbour";
  readonly applies: (block: Block) => boolean;
  readonly check: (
    block: Block,
    beside: Neighbours,
    context: RuleContext<OptionValues<Table>>,
  ) => Iterable<Problem>;
}

/** A rule that looks at a block's words and the tables that these may be about. */
interface TablesRule<Table extends OptionTable> extends RuleBase<Table> {
  readonly scope: "tables";
  /** What it says of a block must hang on the block alone. */
  readonly applies: (block: Block) => boolean;
  readonly check: (
    block: Block,
    tables: readonly ReachedTable[],
    context: RuleContext<OptionValues<Table>>,
  ) => Iterable<Problem>;
}

/** A rule that looks at all facts of one key. */
interface KeyRule<Table extends OptionTable> extends RuleBase<Table> {
  readonly scope: "key";
  readonly families: readonly KeyFamily[];
  readonly check: (
    key: string,
    entries: readonly KeyEntry[],
    context: KeyContext<OptionValues<Table>>,
  ) => Iterable<Problem>;
}

/** A rule about the order of the paper. */
interface SequenceRule<Table extends OptionTable> extends RuleBase<Table> {
  readonly scope: "sequence";
  readonly check: (
    outline: Outline,
    context: RuleContext<OptionValues<Table>>,
  ) => Iterable<Problem<IndexedPlace>>;
}

/** A rule about the paper's details, which are missing where `frontMatter` is. */
interface DetailsRule<Table extends OptionTable> extends RuleBase<Table> {
  readonly scope: "details";
  readonly check: (
    frontMatter: FrontMatter | undefined,
    block: Block,
    context: RuleContext<OptionValues<Table>>,
  ) => Iterable<Problem>;
}

/** Whether a rule that a suppression names has something to silence there, or to end; `unknown` where there is none. */
export interface NamedVerdict extends NamedRule {
  readonly verdict: "needed" | "unneeded" | "unknown";
}

/** A comment that keeps findings as they are, and what it was good for. */
export interface Suppression {
  readonly block: Block;
  readonly directive: Directive;
  readonly named: readonly NamedVerdict[];
  /** Whether a comment that names no rule, and so means all, has something to silence or to end. */
  readonly needed: boolean;
  /** The ids of all rules. */
  readonly ruleIds: readonly string[];
}

/** A rule about the comments that keep findings as they are; it is asked when all other findings are known. */
interface SuppressionRule<Table extends OptionTable> extends RuleBase<Table> {
  readonly scope: "suppression";
  readonly check: (suppression: Suppression, context: RuleContext<OptionValues<Table>>) => Iterable<Problem>;
}

/** Any rule, its options' types forgotten. */
export type Rule =
  | BlockRule<OptionTable>
  | NeighbourRule<OptionTable>
  | TablesRule<OptionTable>
  | KeyRule<OptionTable>
  | SequenceRule<OptionTable>
  | DetailsRule<OptionTable>
  | SuppressionRule<OptionTable>;

/** Says that a value is a rule, and infers its options' types from their defaults. */
export function defineRule<const Table extends OptionTable>(
  rule:
    | BlockRule<Table>
    | NeighbourRule<Table>
    | TablesRule<Table>
    | KeyRule<Table>
    | SequenceRule<Table>
    | DetailsRule<Table>
    | SuppressionRule<Table>,
): Rule {
  return rule as unknown as Rule;
}

/** A fix of one edit. */
export function replace<At>(at: At, text: string, title: string, safe = false): Fix<At> {
  return { kind: "edit", title, safe, edits: [{ at, text }] };
}
