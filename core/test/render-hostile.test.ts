// Papers are written by others. Whatever is in one, its rendering holds nothing that acts, loads or covers.

import { expect, test } from "vitest";
import { checkPaper, defaultSettings, parsePaper, renderPage, renderPaper } from "../src/index.js";
import { joinBlocks } from "../src/render/page.js";
import { elementsOf, parseHtml } from "./support/html.js";

const pieces = [
  "<script>a()</script>",
  "<SCRIPT SRC=//example.org/a.js></SCRIPT >",
  "<scr<script>ipt>a()</scr</script>ipt>",
  "<img src=x onerror=a()>",
  '<img src="map.png" alt="&quot; onerror=&quot;a()">',
  '<svg onload="a()"><script>a()</script><foreignObject><body onload=a()></foreignObject></svg>',
  "<math><mtext><table><mglyph><style><img src=x onerror=a()>",
  '<iframe srcdoc="<script>a()</script>"></iframe><object data="a"></object><embed src=a>',
  '<a href="javascript:a()">x</a> <a href="jAvA&#x09;script&colon;a()">x</a> <a href=" javascript:a()">x</a>',
  "[x](javascript:a()) [x](JAVASCRIPT:a()) [x](data:text/html,a) [x](vbscript:a) [x](file:///etc/passwd) [x](&#106;avascript:a())",
  "[x](java\\\nscript:a()) [x](<java\tscript:a()>) <javascript:a()> [x](//example.org)",
  "![x](javascript:a()) ![x](data:image/svg+xml,<svg/onload=a()>) ![x](https://example.org/t.gif) ![x](../../t.gif) ![x](%2e%2e/t.gif) ![x](//example.org/t.gif)",
  '<div style="position:fixed;inset:0" class="paper finding skip" id="main" name="status">cover</div>',
  "<style>* { display: none } @import 'https://example.org/a.css';</style>",
  '<form action="https://example.org"><input name="attributes" autofocus onfocus=a()><button>Go</button></form>',
  '<meta http-equiv="refresh" content="0;url=https://example.org"><base href="https://example.org/"><link rel=stylesheet href=a>',
  "<!--><script>a()</script>--> <![CDATA[<script>a()</script>]]> <?php a() ?> <!doctype html>",
  "</main></body><h1>x</h1></p></div></td></table>",
  "# <a id=main name=body>x</a> `</code><script>a()</script>`",
  "| <b onclick=a()>x</b> | a |\n| - | - |\n| <script>a()</script> | ![x](javascript:a()) |\n| </td></table><script>a()</script> | |",
  '[^<script>]: x\n\n[^<script>] "><script>a()</script> [ref]\n\n[ref]: javascript:a()',
  "&lt;script&gt;a()&lt;/script&gt; &#60;script&#62;a()&#60;/script&#62;",
  "1. <a href='x' onclick='a()'>We said</a>:\n\n   ```html\n   </code></pre><script>a()</script>\n   ```",
  "<details open ontoggle=a()><summary>x</summary></details><video onerror=a()><source></video><marquee onstart=a()>x</marquee>",
];
const details = [
  '---\ntitle: "</title><script>a()</script>"\nboard: "<img src=x onerror=a()>"\ndate: "\\"><svg/onload=a()>"\npresented-by: ["<b onclick=a()>x</b>"]\nlanguage: "\\"onload=\\"a()"\nacronyms: { QQR: "\\"><script>a()</script>" }\n---\n\n',
  "---\n<script>a()</script>\n---\n\n",
];
const options = {
  findings: true,
  imageUrl: (src: string): string => `https://pictures.invalid/${encodeURIComponent(src)}`,
};

function expectInert(text: string): void {
  const paper = parsePaper(text);
  const report = checkPaper(paper, defaultSettings);
  const { blocks } = renderPaper(paper, report, defaultSettings, options);
  const page = renderPage(paper, report, defaultSettings, {
    images: new Map([["map.png", "data:image/png;base64,AA=="]]),
  });
  const inPage = elementsOf(parseHtml(page));
  expect(inPage.filter((it) => it.tagName === "script")).toHaveLength(1);
  expect(inPage.filter((it) => it.tagName === "style")).toHaveLength(1);
  expect(inPage.filter((it) => it.properties.id === "main").map((it) => it.tagName)).toEqual(["main"]);
  for (const element of [...inPage, ...elementsOf(parseHtml(joinBlocks(blocks)))]) {
    expect(element.tagName).not.toMatch(
      /^(?:iframe|object|embed|svg|math|base|link|video|source|marquee|frame|template|textarea)$/,
    );
    for (const [name, value] of Object.entries(element.properties)) {
      expect(name).not.toMatch(/^(?:on|style$|srcDoc|action|formAction|autoFocus)/i);
      if (name === "href") expect(String(value)).toMatch(/^(?:#[a-z]|https?:\/\/|\/\/|[^:]*$)/);
      if (name === "src")
        expect(String(value)).toMatch(
          /^(?:https:\/\/pictures\.invalid\/(?:map\.png|x)$|data:image\/png;base64,AA==$)/,
        );
    }
  }
}

test("hostile papers are inert, piece by piece and together", () => {
  for (const piece of pieces) expectInert(`${piece}\n`);
  for (const head of details) expectInert(`${head}${pieces.join("\n\n")}\n\nThe QQR.\n`);
  expectInert(pieces.map((it) => `- ${it.replaceAll("\n", "\n  ")}`).join("\n"));
  expectInert(pieces.map((it) => it.replaceAll("\n", " ")).join(" "));
});

test("a text beyond all bounds is shown as its words, and what is deep or broken is rendered all the same", () => {
  const texts = [
    "a *b* ".repeat(60_000),
    "<b>".repeat(10_000),
    "<!--".repeat(10_000),
    "<a b='".repeat(5_000),
    `${"<sup>a".repeat(3_000)}${"</sup>".repeat(3_000)}`,
    "> ".repeat(3000),
    "&amp;".repeat(10_000),
    `| ${"a | ".repeat(1_000)}\n| ${"- | ".repeat(1_000)}\n| b |\n`,
    `${"<div>".repeat(10_000)}x`,
    "paragraph 1 and Table A. ".repeat(3000),
  ];
  for (const text of texts) {
    const paper = parsePaper(text);
    const { blocks } = renderPaper(paper, checkPaper(paper, defaultSettings), defaultSettings, options);
    expect(blocks).toHaveLength(paper.blockCount);
  }
  const long = "a *b* <i>c</i> ".repeat(20_000);
  const paper = parsePaper(long);
  const { blocks } = renderPaper(paper, checkPaper(paper, defaultSettings), defaultSettings, options);
  expect(blocks[0]?.html).toContain("a *b* &#x3C;i>c&#x3C;/i> ");
}, 120_000);
