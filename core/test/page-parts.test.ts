import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { pageHashes, pageScript, pageStyles } from "../src/render/page-parts.js";

test("a page's content policy names its own style and script", () => {
  const hash = (text: string): string => `sha256-${createHash("sha256").update(text).digest("base64")}`;
  expect(pageHashes).toEqual({ style: hash(pageStyles), script: hash(pageScript) });
});
