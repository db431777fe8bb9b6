import { describe, expect, test } from "vitest";
import { displayWidth, pad, plain, wrap } from "../src/layout.js";

describe("wrap", () => {
  test.each<[string, string, number, string[]]>([
    ["at words", "one two three", 8, ["one two", "three"]],
    ["exactly", "one two", 7, ["one two"]],
    ["a word that is too long", "a incomprehensible b", 6, ["a", "incomp", "rehens", "ible b"]],
    ["nothing", "", 10, [""]],
    ["no width", "ab", 0, ["a", "b"]],
    ["spaces once", " a  b ", 10, ["a b"]],
    ["a hard space stays", "£4 m and more", 6, ["£4 m", "and", "more"]],
    ["wide letters", "予算 予算 予算", 9, ["予算 予算", "予算"]],
  ])("%s", (_name, text, width, lines) => {
    expect(wrap(text, width)).toEqual(lines);
  });
});

test("displayWidth", () => {
  expect(["abc", "£4.2m", "é", "e\u0301", "予", "👍", "a\u200bb"].map(displayWidth)).toEqual([
    3, 5, 1, 1, 2, 2, 2,
  ]);
});

test("pad", () => {
  expect([pad("a", 3), pad("予", 3), pad("abcd", 3)]).toEqual(["a  ", "予 ", "abcd"]);
});

test("plain", () => {
  expect(plain("a\r\nb\tc\u001b[31m\u009b\u202e")).toBe("a b c\ufffd[31m\ufffd\ufffd");
});
