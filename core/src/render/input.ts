// All that a block's HTML depends on beside its text, as a plain value: where it is the same, so is the HTML.

import type { Finding } from "../lint/finding.js";
import type { Severity } from "../lint/rule.js";
import type { ActiveSettings } from "../lint/settings.js";
import { normalizeLabel } from "../markdown/labels.js";
import type { Block } from "../paper/block.js";
import { type FrontMatter, fieldOf } from "../paper/front-matter.js";
import type { Outline } from "../paper/outline.js";
import { isInnerAddress } from "./addresses.js";
import type { RenderOptions } from "./rendering.js";
import { type Anchors, anchorsOf, type HeadingAnchor, type PaperAnchors } from "./world.js";

/** A stretch of a block's text that is shown in an element of its own. */
export type Annotation =
  | { readonly kind: "finding"; readonly start: number; readonly end: number; readonly index: number }
  | { readonly kind: "anchor" | "link"; readonly start: number; readonly end: number; readonly id: string }
  | { readonly kind: "short"; readonly start: number; readonly end: number; readonly words: string };

/** A finding as it is shown. */
export interface ShownFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/** A number as typed that opens a paragraph: `[start, end)` holds it with all its signs. */
export interface TypedNumber {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly id: string;
}

/** A table's place, and its caption where that is a block of its own right above it. */
export interface TableInput {
  readonly ordinal: number;
  readonly labelId: string | undefined;
  readonly caption: { readonly text: string; readonly input: BlockInput } | undefined;
}

/** What one block is rendered from, beside its text. */
export interface BlockInput {
  readonly numbers: readonly TypedNumber[];
  readonly headings: readonly HeadingAnchor[];
  readonly tables: readonly TableInput[];
  readonly annotations: readonly Annotation[];
  readonly findings: readonly ShownFinding[];
  /** The number that the first of these has among the findings of the rendered block. */
  readonly firstFinding: number;
  /** Addresses by label. */
  readonly addresses: Readonly<Record<string, string>>;
  /** The addresses by which pictures are shown, by their address in the paper. */
  readonly pictures: Readonly<Record<string, string>>;
  /** Footnotes, by label without `^`: whether this block is the first to call it. */
  readonly calls: Readonly<Record<string, boolean>>;
  /** Whether the block is the caption of the table below it, which shows it. */
  readonly isCaption: boolean;
  /** Of the details, the fields that are shown, in the order of the house. */
  readonly details: readonly string[];
  /** Whether nothing in the paper is its title, so that what the details say instead becomes one. */
  readonly lacksTitle: boolean;
  /** Whether it only says what an author is to write, and is shown to the author alone. */
  readonly isGuidance: boolean;
  /** Whether such words are left out of the details. */
  readonly hidesGuidance: boolean;
}

/** What all blocks of a paper are rendered from. */
export interface World {
  readonly outline: Outline;
  readonly anchors: PaperAnchors;
  readonly settings: ActiveSettings;
  readonly expansions: ReadonlyMap<string, string>;
  readonly addresses: ReadonlyMap<string, string>;
  readonly callers: ReadonlyMap<string, Block>;
  readonly linkLabels: ReadonlySet<string>;
  /** By index of a table's block, that of its caption; and the captions. */
  readonly captions: ReadonlyMap<number, number>;
  readonly captionBlocks: ReadonlySet<number>;
  readonly blockAt: (index: number) => Block | undefined;
  readonly findings: ReadonlyMap<Block, readonly Finding[]>;
  readonly options: RenderOptions;
}

const noAnchors: Anchors = { marks: [], sectionNumbers: [], headings: [], labels: [], tables: [] };

/** What the block of that index is rendered from. */
export function inputOf(block: Block, index: number, world: World, firstFinding = 0): BlockInput {
  const { facts } = block;
  const anchors = anchorsOf(world.outline).byBlock.get(index) ?? noAnchors;
  const findings = (world.findings.get(block) ?? []).map(
    ({ rule, severity, message, at: { span } }): ShownFinding => ({ rule, severity, message, ...span }),
  );
  return {
    numbers: numbersOf(block, anchors),
    headings: anchors.headings,
    tables: anchors.tables.map(({ ordinal, labelId }, i) => {
      const caption = i === 0 ? world.captions.get(index) : undefined;
      const captionBlock = caption === undefined ? undefined : world.blockAt(caption);
      const shown = captionBlock && {
        text: captionBlock.text,
        input: inputOf(captionBlock, caption ?? 0, world, findings.length),
      };
      return { ordinal, labelId, caption: shown };
    }),
    annotations: [
      ...findings.map(({ start, end }, at): Annotation => ({ kind: "finding", start, end, index: at })),
      ...anchors.labels.map(({ label, id }): Annotation => ({ kind: "anchor", ...label.span, id })),
      ...facts.references.flatMap((reference): Annotation[] =>
        reference.names.flatMap(({ name, span }, i): Annotation[] => {
          const id = world.anchors.target(reference.kind, name, index);
          const start = i === 0 ? reference.span.start : span.start;
          return id === undefined ? [] : [{ kind: "link", start, end: span.end, id }];
        }),
      ),
      ...facts.uses.flatMap(({ key, span }): Annotation[] => {
        const words =
          world.expansions.get(key) ??
          (key.endsWith("S") ? world.expansions.get(key.slice(0, -1)) : undefined);
        return words === undefined ? [] : [{ kind: "short", ...span, words }];
      }),
    ],
    findings,
    firstFinding,
    addresses: pick(block.usedLabels, (label) => world.addresses.get(normalizeLabel(label))),
    pictures: picturesOf(block, world),
    calls: pick(
      block.usedLabels.filter((label) => label.startsWith("^") && world.linkLabels.has(label)),
      (label) => world.callers.get(label) === block,
    ),
    isCaption: world.captionBlocks.has(index),
    details: block.frontMatter ? world.settings.template.fields.map(({ name }) => name) : [],
    lacksTitle: block.frontMatter !== undefined && lacksTitle(block.frontMatter, world.outline),
    hidesGuidance: !world.options.findings,
    isGuidance: !world.options.findings && isGuidance(block, world.settings),
  };
}

function lacksTitle(frontMatter: FrontMatter, { headings }: Outline): boolean {
  return (
    fieldOf(frontMatter, "title")?.value.kind !== "text" && headings.every(({ heading }) => heading.depth > 1)
  );
}

/** Whether a block is what a new paper says in place of its words. */
function isGuidance({ kind, text }: Block, { template }: ActiveSettings): boolean {
  if (kind === "frontMatter" || text.length > 2000) return false;
  const words = text.replace(/^\d{1,4}[.)][ \t]+/, "").trim();
  return isInstruction(words) || template.sections.some(({ guidance }) => guidance?.trim() === words);
}

/** Whether words only tell an author what to write: `[Insert the date]`. */
export function isInstruction(words: string): boolean {
  return /^\[Insert [^[\]]{0,1000}\]$/.test(words);
}

function numbersOf({ text }: Block, { marks, sectionNumbers }: Anchors): TypedNumber[] {
  const typed = marks.map(({ mark, id }) => {
    const digits = text.slice(mark.digits.start, mark.digits.end);
    return { ...mark.span, text: `${digits}${mark.form === "parenthesis" ? ")" : "."}`, id };
  });
  const bySection = sectionNumbers.map(({ number, id }) => {
    const start = number.span.start - (/[*_]*$/.exec(text.slice(0, number.span.start))?.[0].length ?? 0);
    const behind = /^(?:\\?\.)?[*_]*\\?\.?/.exec(text.slice(number.span.end, number.span.end + 8))?.[0] ?? "";
    return {
      start,
      end: number.span.end + behind.length,
      text: `${number.name}${behind.includes(".") ? "." : ""}`,
      id,
    };
  });
  return [...typed, ...bySection];
}

function picturesOf({ facts }: Block, { options, addresses }: World): Record<string, string> {
  const urls = facts.images.flatMap(({ url }) => (url === undefined ? [] : [url]));
  const all = facts.images.length > urls.length ? [...urls, ...addresses.values()] : urls;
  return pick(all, (url) => (isInnerAddress(url) ? options.imageUrl?.(url) : undefined));
}

/** What is known of each key, without those of which nothing is. */
function pick<Value>(
  keys: readonly string[],
  find: (key: string) => Value | undefined,
): Record<string, Value> {
  const entries = keys.flatMap((key) => {
    const value = find(key);
    return value === undefined ? [] : [[key, value] as const];
  });
  return Object.fromEntries(entries);
}
