import { defineRule } from "../lint/rule.js";

export default defineRule({
  id: "image-alt",
  summary: "A picture has alternative text.",
  why: "People who do not see the picture get its alternative text instead. The law on public sector websites asks for it.",
  severity: "warning",
  scope: "block",
  options: {},
  examples: [
    {
      bad: "![](burglary.png)\n",
      good: "![Burglaries a month: they fell from 412 in April to 305 in March](burglary.png)\n",
    },
    {
      bad: '<img src="burglary.png">\n',
      good: '<img src="rule.png" alt="">\n',
    },
  ],

  *check(block) {
    for (const { alt, span } of block.facts.images) {
      const at = { block, span };
      if (alt === undefined)
        yield {
          at,
          message: "This picture has no alternative text. Say in a sentence what it shows.",
        };
      else if (isNameOfFile(alt))
        yield {
          at,
          severity: "info",
          message: `The alternative text "${alt.trim()}" is a name of a file, not what the picture shows.`,
        };
      else if (byMachine.test(alt))
        yield {
          at,
          severity: "info",
          message: "This alternative text was made by a program. Check that it says what the picture shows.",
        };
    }
  },
});

function isNameOfFile(alt: string): boolean {
  const words = alt.trim();
  return (
    /^\S[^\n]{0,200}\.(?:png|jpe?g|gif|svg|webp|bmp|tiff?|emf|wmf|heic)$/i.test(words) ||
    /^(?:img|dsc[nf]?|image|picture|photo|screen ?shot|untitled|pasted ?image)[ _-]?\d*$/i.test(words)
  );
}

/** What Word writes under a picture that it described by itself. */
const byMachine = /\bDescription automatically generated\b|\bAI-generated content may be incorrect\b/i;
