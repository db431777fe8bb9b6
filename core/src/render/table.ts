// A table for readers and screen readers: caption, headings in one row or two, row headings, figures, totals.

import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import type { TableCell, Table as TableNode } from "mdast";
import { isYear, readGrid } from "../figures/grid.js";
import { blockTree } from "../paper/block.js";
import type { Cell, Table } from "../paper/tables.js";
import { findingNote, sayFinding } from "./annotate.js";
import { convert, type Rendered } from "./convert.js";
import type { TableInput } from "./input.js";
import { headingRows } from "./table-headings.js";

/** A table with more columns than these may be wider than its page, and is reached by keyboard to be scrolled. */
const mostAtOnce = 3;

/** The table, in an element that can be scrolled. `index` counts the tables of the block. */
export function renderTable(node: TableNode, index: number, rendered: Rendered): Element {
  const { start } = rendered.spanOf(node);
  const table = rendered.block.facts.tables.find((it) => it.span.start === start);
  const input = rendered.input.tables[index] ?? {
    ordinal: index + 1,
    labelId: undefined,
    caption: undefined,
  };
  if (!table) return h("div", { className: ["table"] });
  const view = viewOf(node, table, input, rendered);
  const scrolls = view.columns > mostAtOnce;
  const name =
    input.labelId === undefined
      ? { ariaLabel: `Table ${input.ordinal} of this paper` }
      : { ariaLabelledBy: input.labelId };
  const caption = captionOf(view);
  return h(
    "div",
    { className: ["table"], ...(scrolls && { role: "group", tabIndex: 0, ...name }) },
    h("table", caption ? [caption] : [], headOf(view), bodyOf(view)),
    ...sentencesOf(table, rendered),
  );
}

/** A table and how it is read. */
export interface TableView {
  readonly table: Table;
  readonly cells: readonly (readonly TableCell[])[];
  readonly input: TableInput;
  readonly rendered: Rendered;
  readonly columns: number;
  /** How many rows are headings: none, one or two. */
  readonly headings: 0 | 1 | 2;
  readonly aligned: readonly ("left" | "right" | "center" | undefined)[];
  /** Whether the first column has the names of the rows. */
  readonly namesRows: boolean;
  /** Whether the first cell is the table's label, and shown as caption. */
  readonly labelled: boolean;
}

function viewOf(node: TableNode, table: Table, input: TableInput, rendered: Rendered): TableView {
  const [first = [], ...body] = table.rows;
  const filled = table.rows.map((row) => row.findLastIndex((cell) => cell.words !== "") + 1);
  const columns = Math.max(first.length, ...filled);
  const { start } = first[0]?.span ?? { start: -1 };
  const labelled = rendered.block.facts.labels.some(
    (it) => it.place === "cell" && it.span.start <= start + 2 && it.span.start >= start,
  );
  return {
    table,
    cells: node.children.map((row) => row.children),
    input,
    rendered,
    columns,
    headings: headingRows(table),
    aligned: Array.from(
      { length: columns },
      (_, column) => node.align?.[column] ?? (isOfFigures(body, column) ? "right" : undefined),
    ),
    namesRows: columns > 1 && namesRows(body),
    labelled,
  };
}

function captionOf({ input, labelled, cells, rendered }: TableView): Element | undefined {
  if (input.caption) {
    const { text, input: own } = input.caption;
    const block = { ...rendered.block, text };
    const tree = blockTree(text, new Set(Object.keys(own.addresses)));
    const { elements, unmarked } = tree ? convert(block, tree, own) : { elements: [], unmarked: [] };
    const notes = unmarked.map((index) => findingNote(own, index));
    return h(
      "caption",
      notes,
      elements.flatMap((it) => (it.type === "element" && it.tagName === "p" ? it.children : [it])),
    );
  }
  const cell = cells[0]?.[0];
  return labelled && cell ? h("caption", rendered.phrasing(cell)) : undefined;
}

function headOf(view: TableView): Element[] {
  const { cells, headings, columns, labelled } = view;
  if (headings === 0) return [];
  const [first = [], second = []] = cells;
  const ids = columnIds(view);
  if (headings === 1)
    return [
      h(
        "thead",
        h(
          "tr",
          eachColumn(columns, (column) =>
            headCell(view, first[column], column, { id: ids[column]?.[0] }, labelled && column === 0),
          ),
        ),
      ),
    ];
  const words = (row: 0 | 1, column: number): string => view.table.rows[row]?.[column]?.words ?? "";
  const top: Element[] = [];
  const under: Element[] = [];
  for (let column = 0; column < columns; column++) {
    const isOver = words(0, column) !== "" || column === 0;
    if (words(1, column) === "") {
      top.push(
        headCell(view, first[column], column, { id: ids[column]?.[0], rowSpan: 2 }, labelled && column === 0),
      );
      continue;
    }
    under.push(headCell(view, second[column], column, { id: ids[column]?.at(-1) }));
    if (!isOver && coveredBy(view, column) !== undefined) continue;
    let width = 1;
    while (column + width < columns && coveredBy(view, column + width) === column) width++;
    const scope = width > 1 ? { scope: "colgroup", colSpan: width } : {};
    top.push(
      headCell(view, first[column], column, { id: ids[column]?.[0], ...scope }, labelled && column === 0),
    );
  }
  return [h("thead", h("tr", top), h("tr", under))];
}

/** The column whose heading in the first row stands over this one too. */
function coveredBy({ table }: TableView, column: number): number | undefined {
  const [first = [], second = []] = table.rows;
  if ((first[column]?.words ?? "") !== "" || (second[column]?.words ?? "") === "") return undefined;
  for (let at = column - 1; at > 0; at--) {
    if ((second[at]?.words ?? "") === "") return undefined;
    if ((first[at]?.words ?? "") !== "") return at;
  }
  return undefined;
}

/** For each column of a table with two rows of headings, the ids of its headings; none for one row, where scopes tell. */
function columnIds(view: TableView): readonly (readonly string[])[] {
  const { headings, columns, input, table } = view;
  if (headings < 2) return [];
  const id = (row: number, column: number): string => `column-${input.ordinal}-${row}-${column}`;
  return eachColumn(columns, (column) => {
    const over = coveredBy(view, column) ?? column;
    const hasTop = (table.rows[0]?.[over]?.words ?? "") !== "";
    const hasUnder = (table.rows[1]?.[column]?.words ?? "") !== "";
    return [...(hasTop ? [id(1, over)] : []), ...(hasUnder ? [id(2, column)] : [])];
  });
}

function headCell(
  view: TableView,
  cell: TableCell | undefined,
  column: number,
  properties: {
    readonly id?: string | undefined;
    readonly scope?: string;
    readonly colSpan?: number;
    readonly rowSpan?: number;
  },
  isCaption = false,
): Element {
  const content = cell && !isCaption ? view.rendered.phrasing(cell) : [];
  const { id, ...spans } = properties;
  const className = classOf(view, column);
  // A heading without words names nothing; it is a cell, and the corner of a table is one.
  if (content.length === 0) return h("td", { ...className, ...spanOnly(spans) });
  return h("th", { scope: "col", ...className, ...spans, ...(id !== undefined && { id }) }, content);
}

function spanOnly({
  colSpan,
  rowSpan,
}: {
  readonly colSpan?: number;
  readonly rowSpan?: number;
}): Record<string, number> {
  return { ...(colSpan !== undefined && { colSpan }), ...(rowSpan !== undefined && { rowSpan }) };
}

function bodyOf(view: TableView): Element[] {
  const { cells, table, headings, columns, namesRows } = view;
  const roles = readGrid(table).rows.map((row) => row.role);
  const ids = columnIds(view);
  const rows = cells.flatMap((row, at) => {
    if (at < headings || (at === 0 && row.every((_, column) => isEmpty(table.rows[0]?.[column])))) return [];
    const role = at === 0 ? "part" : roles[at - 1];
    const isTotal = role === "total" || role === "subtotal" || role === "totalOf";
    const rowId =
      ids.length > 0 && namesRows && !isEmpty(table.rows[at]?.[0])
        ? [`column-${view.input.ordinal}-row-${at}`]
        : [];
    // A cell that names its headings has no others, so that of its row is named too.
    const headersOf = (column: number): string[] =>
      ids.length === 0 ? [] : column === 0 ? rowId : [...rowId, ...(ids[column] ?? [])];
    const content = eachColumn(columns, (column) => {
      const name = column === 0 && namesRows && !isEmpty(table.rows[at]?.[0]);
      return bodyCell(view, row[column], column, { isName: name, headers: headersOf(column) });
    });
    return [h("tr", isTotal ? { className: ["total"] } : {}, content)];
  });
  return rows.length > 0 ? [h("tbody", rows)] : [];
}

function bodyCell(
  view: TableView,
  cell: TableCell | undefined,
  column: number,
  { isName, headers }: { readonly isName: boolean; readonly headers: readonly string[] },
): Element {
  const words = cell ? view.rendered.phrasing(cell) : [];
  const content: ElementContent[] =
    words.length > 0 ? words : [h("span", { className: ["visually-hidden"] }, "no entry")];
  const className = classOf(view, column);
  if (isName)
    return h(
      "th",
      { scope: "row", ...className, ...(headers[0] !== undefined && { id: headers[0] }) },
      content,
    );
  return h("td", { ...className, ...(headers.length > 0 && { headers: [...headers] }) }, content);
}

function classOf({ aligned }: TableView, column: number): { className?: string[] } {
  const side = aligned[column];
  return side === undefined ? {} : { className: [side] };
}

/** What findings say of totals, in words under the table. */
function sentencesOf({ span }: Table, { input }: Rendered): Element[] {
  return input.findings
    .filter((it) => it.rule === "table-total" && it.start >= span.start && it.end <= span.end)
    .map((it) => h("p", { className: ["sentence", it.severity] }, sayFinding(it)));
}

/** Whether the first column tells what the rows are about: words or years, in most of them. */
function namesRows(body: readonly (readonly Cell[])[]): boolean {
  const names = body.filter(
    ([cell]) => cell && cell.words !== "" && (cell.value.kind !== "figure" || isYear(cell)),
  );
  return 2 * names.length > body.length;
}

function isOfFigures(body: readonly (readonly Cell[])[], column: number): boolean {
  const told = body.map((row) => row[column]).filter((cell) => cell && cell.value.kind !== "nothing");
  return told.length > 0 && 2 * told.filter((cell) => cell?.value.kind === "figure").length > told.length;
}

function isEmpty(cell: Cell | undefined): boolean {
  return cell === undefined || cell.words === "";
}

function eachColumn<Value>(columns: number, make: (column: number) => Value): Value[] {
  return Array.from({ length: columns }, (_, column) => make(column));
}
