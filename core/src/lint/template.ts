/** What a front-matter field holds: one text, a date, one or more texts, short forms and their expansions. */
export type FieldKind = "text" | "date" | "texts" | "definitions";

/** A field of the paper's details. */
export interface FieldRule {
  readonly name: string;
  readonly kind: FieldKind;
  readonly need: "required" | "recommended" | "optional";
  /** One of these fields is enough: `title` and `priorities` stand in for each other. */
  readonly instead?: readonly string[];
  /** One plain sentence for authors. */
  readonly meaning: string;
  /** What a new field is filled with. */
  readonly example: string;
}

/** What a board expects of its papers. Data only. */
export interface Template {
  readonly name: string;
  readonly fields: readonly FieldRule[];
  /** Short forms, in capitals, that every reader knows and that need no expansion. */
  readonly known: readonly string[];
}
