import type { Report } from "../lint/check.js";
import type { Settings } from "../lint/settings.js";
import type { Paper } from "../paper/paper.js";
import type { LabelKind } from "../paper/references.js";
import type { Span } from "../text/span.js";

/** What completions are made from. */
export interface CompletionSource {
  readonly paper: Paper;
  readonly settings: Settings;
  /** The report of the paper, asked for only where something may be completed. */
  readonly report: () => Report;
}

/** What a completion puts in. */
export type CompletionKind = "field" | "value" | "acronym" | "reference" | "section" | "pair";

/** What a completion is about, by which its meaning is looked up. */
export interface Subject {
  readonly kind: LabelKind | "field" | "template" | "acronym" | "section";
  /** The name of the field, template or label, the acronym's key, the title of the section. */
  readonly name: string;
}

/** One way to go on. */
export interface Completion {
  readonly kind: CompletionKind;
  /** What a person chooses by. */
  readonly label: string;
  /** What the words typed so far are compared with, where that is not the label. */
  readonly filter?: string;
  /** A few words behind the label. */
  readonly note?: string;
  /** What is put in; more than one line in the line ends of the paper. */
  readonly text: string;
  readonly about?: Subject;
}

/** The ways to go on in a place, the likeliest first. */
export interface Completions {
  /** What a completion replaces: the word around the place, in one line. UTF-16 offsets. */
  readonly span: Span;
  readonly items: readonly Completion[];
  /** Whether there are more than these, of which those that begin as the word does are given when it goes on. */
  readonly more: boolean;
}
