import type { RuleSetting } from "./settings.js";

/**
 * What a front-matter field holds: one text, a date, one or more texts, short forms and their expansions, one of some
 * choices, several of them, or people (a text, or a map of role, name and date, or a list of these).
 */
export type FieldKind = "text" | "date" | "texts" | "definitions" | "choice" | "choices" | "people";

/** A field of the paper's details. */
export interface FieldRule {
  readonly name: string;
  readonly kind: FieldKind;
  readonly need: "required" | "recommended" | "optional";
  /** One of these fields is enough: `title` and `priorities` stand in for each other. */
  readonly instead?: readonly string[];
  /** What a field of the kind `choice` or `choices` may say. */
  readonly choices?: readonly string[];
  /** It is needed only where another field has one of these values. */
  readonly when?: { readonly field: string; readonly is: readonly string[] };
  /** The most words it may have. */
  readonly words?: number;
  /** One plain sentence for authors. */
  readonly meaning: string;
  /** What a new field is filled with. */
  readonly example: string;
}

/** A section that papers of a house have. The order of a template's sections is the order in the paper. */
export interface SectionRule {
  /** Its titles: the first is written into new papers, any of them will do. Compared without case and numbers. */
  readonly titles: readonly string[];
  readonly need: "required" | "optional";
  /** Whether it has to be the paper's first section. */
  readonly first?: boolean;
  /** What a new paper says there; an author replaces it. */
  readonly guidance?: string;
}

/** What a board expects of its papers. Data only. */
export interface Template {
  readonly name: string;
  /** What people call it: "Strategic Policing and Crime Board". */
  readonly title: string;
  readonly fields: readonly FieldRule[];
  readonly sections: readonly SectionRule[];
  /** Short forms, in capitals, that every reader knows and that need no expansion. */
  readonly known: readonly string[];
  /** Short forms and their expansions, for all papers of this template. */
  readonly glossary: Readonly<Record<string, string>>;
  /** How rules count in papers of this template, by rule id. */
  readonly rules: Readonly<Record<string, RuleSetting>>;
}
