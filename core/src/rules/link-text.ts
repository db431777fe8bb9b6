import { defineRule } from "../lint/rule.js";

export default defineRule({
  id: "link-text",
  summary: "A link's words say what it leads to.",
  why: 'Screen readers list a page\'s links by their words alone. A list of five times "here" tells nobody where to go.',
  severity: "warning",
  scope: "block",
  options: {},
  examples: [
    {
      bad: "1. The annual report is [here](https://www.gov.uk/annual-report).\n",
      good: "1. Read the [annual report](https://www.gov.uk/annual-report).\n",
    },
    {
      bad: "1. The survey ran in May. [Read more](https://www.gov.uk/survey).\n",
      good: "1. The survey ran in May. [Read more about the survey](https://www.gov.uk/survey).\n",
    },
  ],

  *check(block) {
    for (const { form, text, span, hasImage } of block.facts.links) {
      if (form === "target" || hasImage) continue;
      const words = plainWords(text);
      const at = { block, span };
      if (text.trim() === "") yield { at, message: "This link has no words. Say what it leads to." };
      else if (saysNothing.test(words))
        yield {
          at,
          message: `The link's words, "${text.trim()}", do not say what it leads to. Name it: the report, the page, the form.`,
        };
    }
  },
});

/** The words in small letters, without arrows, quotation marks and stops. */
function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Words that would do for any link: "click here", "this link", "find out more". */
const saysNothing =
  /^(?:(?:please |or |and )?(?:just )?(?:(?:can be |is )?(?:click|tap|press|see|look|go|read|view|viewed|follow|visit|use|available|found|accessed|downloaded)(?: it| them)?(?: on| at| by| via| to| using)? )?(?:here|(?:this|the|following|the following) (?:link|url|page|web ?page|web ?site|site|document|file)|link|links|url)|click|click (?:on )?(?:this|me)|(?:(?:find out|learn|read|see|view|show|get|discover|click for|click here for|for) )?(?:more|further)(?: here)?(?: (?:info|information|details?))?|details|info|this|see|view|read|open|continue|go|read on|weblink|web link|hyperlink)$/;
