import { defineRule } from "../lint/rule.js";
import { shorten } from "../text/shorten.js";

export default defineRule({
  id: "link-placeholder",
  summary: "A link leads somewhere.",
  why: "A link to nowhere is a promise of evidence that the reader cannot get at, and shows that the paper was not finished.",
  severity: "warning",
  scope: "block",
  options: {},
  examples: [
    {
      bad: "1. The [needs assessment](#) was published in May.\n",
      good: "1. The [needs assessment](https://www.gov.uk/needs-assessment) was published in May.\n",
    },
    {
      bad: "1. The [needs assessment](https://example.com) was published in May.\n",
      good: "1. The needs are in [section 2](#needs).\n",
    },
  ],

  *check(block) {
    for (const { form, text, url, span } of block.facts.links) {
      if (url === undefined || !isPlaceholder(url)) continue;
      const words = text.replace(/\s+/g, " ").trim();
      const name =
        words === "" || words === url
          ? "This link"
          : form === "target"
            ? `The label [${words}]`
            : `The link "${words}"`;
      yield {
        at: { block, span },
        message: `${name} ${sayWhere(url)}. Give it its address, or make it plain words.`,
      };
    }
    for (const { url, span } of block.facts.images) {
      if (url === undefined || !isPlaceholder(url)) continue;
      yield {
        at: { block, span },
        message: `This picture ${sayWhere(url)}. Give it its file, or take it out.`,
      };
    }
  },
});

function sayWhere(url: string): string {
  const shown = url.trim();
  if (shown === "" || shown === "#") return "leads nowhere";
  return `leads to "${shorten(shown, 60)}", which only holds the place of an address`;
}

/** Words that stand for an address, bare or behind a number sign. */
const wordsForOne =
  /^#?(?:(?:please[ _-])?(?:insert|add|enter|paste|your)(?:[ _-][a-z]{1,12}){0,4}|(?:link|url|address|web ?site|href|target|destination)(?:[ _-](?:here|tbc|to[ _-]follow))?|placeholder|to[ _-]do|todo|tb[acd]|to[ _-]be[ _-](?:confirmed|added|inserted|completed)|x{2,}|\?+|\.{3}|…|-+|_+)$/i;
const exampleHosts =
  /^(?:https?:)?(?:\/\/)?(?:[a-z0-9-]{1,63}\.){0,4}(?:example\.(?:com|org|net|co\.uk|gov\.uk|org\.uk)|example|invalid|your-?(?:site|domain|website|organisation|url|link)(?:\.[a-z]{2,6}){0,2})(?:[:/?#]|$)/i;

function isPlaceholder(url: string): boolean {
  const target = url
    .trim()
    .replace(/^[<[{(]+|[>\]})]+$/g, "")
    .replace(/%20/g, " ")
    .trim();
  if (target === "" || target === "#" || target === "#!" || target === "/#") return true;
  if (/^javascript:(?:\s*void\s*\(?\s*0?\s*\)?)?;?$/i.test(target)) return true;
  if (/^(?:https?:?\/*(?:www\.?)?|www\.?|mailto:|tel:|ftp:\/*|file:\/*)[#/]*$/i.test(target)) return true;
  const bare = target.replace(/^https?:\/\/(?:www\.)?/i, "").replace(/\/$/, "");
  return (
    wordsForOne.test(bare) || exampleHosts.test(target) || /^mailto:[^@\s]*@example\.[a-z.]+$/i.test(target)
  );
}
