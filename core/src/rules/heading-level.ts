import { defineRule } from "../lint/rule.js";

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
    // Sections are level 2: the title is in the paper's details, or the one level-1 heading.
    let above = 1;
    let title: number | undefined;
    for (const [i, { block, heading }] of headings.entries()) {
      const { depth, text, span } = heading;
      const at = { block, span };
      const expected = depth === 1 && title !== undefined ? 2 : above + 1;
      const mark = { block, span: { start: span.start, end: span.start + depth } };
      const fixes = [
        {
          kind: "edit" as const,
          title: `Make it level ${expected}`,
          safe: false,
          edits: [{ at: mark, text: "#".repeat(expected) }],
        },
      ];
      if (depth === 1 && title !== undefined) {
        const first = headings[title];
        const related = first
          ? [{ at: { block: first.block, span: first.heading.span }, message: "The first title." }]
          : [];
        yield {
          at,
          message: `"${text}" is a second title (level 1). Make it a section: level 2.`,
          related,
          fixes,
        };
      } else if (depth > above + 1) {
        const after = i === 0 ? "The paper starts with" : `After level ${above},`;
        yield {
          at,
          message: `${after} ${i === 0 ? "a heading of" : `"${text}" is`} level ${depth}; it should be level ${expected}.`,
          fixes,
        };
      }
      if (depth === 1) title ??= i;
      above = depth;
    }
  },
});
