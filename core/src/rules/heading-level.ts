import { defineRule, type Fix, type IndexedPlace, type Problem } from "../lint/rule.js";
import type { Indexed, PlacedHeading } from "../paper/outline.js";

export default defineRule({
  id: "heading-level",
  summary: "Headings go down one level at a time, and there is one title.",
  why: "Screen readers and Word's navigation list the headings by level. A skipped level reads as a missing section.",
  severity: "warning",
  scope: "sequence",
  options: {},
  fix: "Changes the heading's level.",
  examples: [
    {
      bad: "## Background\n\n#### Costs\n",
      good: "## Background\n\n### Costs\n\n## Next steps\n",
    },
    {
      bad: "# Annual report\n\n## Staff\n\n# Annual report 2021\n",
      good: "# Annual report\n\n## Staff\n\n## Money\n",
    },
  ],

  *check({ headings }) {
    // Sections are level 2: the title is in the paper's details, or the level-1 heading at the top.
    let above = 1;
    const late = headings.slice(1).filter((it) => it.heading.depth === 1);
    const odd = oddOnes(headings);
    for (const [i, it] of headings.entries()) {
      const { depth } = it.heading;
      if (depth > above + 1) yield skipped(it, above, i === 0);
      else if (odd.has(it)) yield belowItsKind(it, odd.get(it));
      if (it === late[0] || (depth === 1 && i > 0 && late.length < many)) {
        const title = headings.find((other) => other.heading.depth === 1);
        yield late.length < many ? secondTitle(it, title) : manyTitles(late);
      }
      // A level that is wrong is not what the next heading is measured by, where the right one is known.
      above = depth === 1 && i > 0 && late.length < many ? 2 : depth;
    }
  },
});

/** As many headings at level 1 behind the first one are sections of the writer's, and one finding stands for all. */
const many = 3;

function placeOf({ block, heading }: Indexed<PlacedHeading>): IndexedPlace {
  return { block, span: heading.span };
}

function skipped(it: Indexed<PlacedHeading>, above: number, isFirst: boolean): Problem<IndexedPlace> {
  const { text, depth } = it.heading;
  const where = isFirst
    ? `The paper starts with a heading of level ${depth}`
    : `After level ${above}, "${text}" is level ${depth}`;
  const message = `${where}; it should be level ${above + 1}.`;
  return { at: placeOf(it), message, fixes: setLevel([it], above + 1) };
}

/** Headings such as "Theme 4" that stand two levels or more below all the other themes, each with one of these. */
function oddOnes(
  headings: readonly Indexed<PlacedHeading>[],
): ReadonlyMap<Indexed<PlacedHeading>, Indexed<PlacedHeading>> {
  const kinds = new Map<string, Indexed<PlacedHeading>[]>();
  for (const it of headings) {
    const kind = /^(\p{L}+) (?:\d{1,2}|[A-Z])\b/u.exec(it.heading.text)?.[1]?.toLowerCase();
    if (kind !== undefined) push(kinds, kind, it);
  }
  const odd = new Map<Indexed<PlacedHeading>, Indexed<PlacedHeading>>();
  for (const kind of kinds.values()) {
    const [first, ...rest] = [...kind].sort((a, b) => a.heading.depth - b.heading.depth);
    const last = rest.pop();
    if (!first || !last || last.heading.depth < first.heading.depth + 2) continue;
    if (rest.every((it) => it.heading.depth === first.heading.depth)) odd.set(last, first);
  }
  return odd;
}

function push<Item>(lists: Map<string, Item[]>, key: string, item: Item): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

function belowItsKind(
  it: Indexed<PlacedHeading>,
  other: Indexed<PlacedHeading> | undefined,
): Problem<IndexedPlace> {
  const level = other?.heading.depth ?? 2;
  return {
    at: placeOf(it),
    message: `"${it.heading.text}" is level ${it.heading.depth}, but "${other?.heading.text ?? ""}" is level ${level}.`,
    related: other ? [{ at: placeOf(other), message: "The other one." }] : [],
    fixes: setLevel([it], level),
  };
}

function secondTitle(
  it: Indexed<PlacedHeading>,
  title: Indexed<PlacedHeading> | undefined,
): Problem<IndexedPlace> {
  const isSecond = title !== undefined && title !== it;
  const what = isSecond ? "is a second title (level 1)" : "is a title (level 1) in the middle of the paper";
  return {
    at: placeOf(it),
    message: `"${it.heading.text}" ${what}. Make it a section: level 2.`,
    related: isSecond ? [{ at: placeOf(title), message: "The first title." }] : [],
    fixes: setLevel([it], 2),
  };
}

function manyTitles(late: readonly Indexed<PlacedHeading>[]): Problem<IndexedPlace> {
  const [first, ...others] = late.map(placeOf);
  return {
    at: first ?? { block: 0, span: { start: 0, end: 0 } },
    message: `${late.length} headings below the first one are at level 1, which is for the title. Make them sections: level 2.`,
    related: others.map((at) => ({ at, message: "Another one." })),
    fixes: setLevel(late, 2),
  };
}

/** Changes the number signs of headings; underlined ones are left to the writer. */
function setLevel(headings: readonly Indexed<PlacedHeading>[], level: number): Fix<IndexedPlace>[] {
  if (!headings.every((it) => it.marked)) return [];
  const edits = headings.map(({ block, heading }) => ({
    at: { block, span: { start: heading.span.start, end: heading.span.start + heading.depth } },
    text: "#".repeat(level),
  }));
  const them = headings.length > 1 ? "them" : "it";
  return [{ kind: "edit", title: `Make ${them} level ${level}`, safe: false, edits }];
}
