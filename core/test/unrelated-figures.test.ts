/** Tables whose figures have nothing to do with each other: whatever fits by chance, nothing is called out. */

import { expect, test } from "vitest";
import { checkPaper, defaultSettings, parsePaper } from "../src/index.js";
import { seeded } from "./support/random.js";
import { unrelatedTable } from "./support/unrelated-table.js";

const long = process.env.LONG === "1";

test("no total, share, relation or claim is called out in tables without any", () => {
  const loud: string[] = [];
  for (let seed = 1; seed <= (long ? 3000 : 100); seed++) {
    const { text, rows, columns } = unrelatedTable(seeded(seed));
    expect(text.split("\n")).toHaveLength(rows + 3);
    expect(text.split("\n")[1]?.match(/---/g)).toHaveLength(columns + 1);
    const report = checkPaper(parsePaper(`## Figures\n\n${text}`), defaultSettings);
    for (const { rule, severity, message } of report.findings)
      if (severity !== "info" && rule !== "frontmatter-invalid" && rule !== "section-missing")
        loud.push(`seed ${seed}: ${rule}: ${message}`);
  }
  expect(loud).toEqual([]);
});
