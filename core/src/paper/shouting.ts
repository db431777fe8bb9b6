// Capitals that are no short forms: words that people shout, titles in capitals, units, addresses.

import { GAP } from "../markdown/inline.js";
import type { Span } from "../text/span.js";

/** Words that are written in capitals to be heard, and capitals that everybody reads as words or units. */
const shoutedWords = new Set(
  (
    "AM PM BC AD KG KM CM MM MPH KWH MWH GWH KB MB GB TB GBP USD EUR NO YES NOT AND OR OF THE FOR WITH ALL ANY NEW KEY ONLY MUST " +
    "WILL CAN MAY NOW THIS THAT ARE WAS HAS YEAR YEARS DATE ITEM NAME AREA TOTAL TOTALS NOTE NOTES HIGH LOW MEDIUM RED AMBER GREEN " +
    "BLUE GREY BLACK WHITE OPEN CLOSED PART NEXT END DRAFT FINAL TYPE TITLE PURPOSE REPORT BOARD AGENDA APPENDIX TABLE FIGURE SECTION " +
    "ACTION NB TBC TBA TBD NK NA EG IE ETC VS CC FAO PTO AKA REF TEL EXT FAX FY QTR YTD WK YR MRS NEVER ALWAYS EVERY BEFORE " +
    "AFTER FROM INTO WHEN WHERE WHAT WHY HOW ALSO BOTH EACH THEY THEIR THERE HERE VERY MORE MOST LESS SOME PLEASE IMPORTANT URGENT " +
    "PLUS PER VIA YOUR OUR WITHIN WITHOUT CONFIDENTIAL OFFICIAL SENSITIVE PUBLIC PRIVATE RESTRICTED EXEMPT JAN FEB MAR APR JUN JUL AUG " +
    "SEP SEPT OCT NOV DEC MON TUE TUES WED THU THUR THURS FRI SAT SUN " +
    // What a board is asked to do with a paper.
    "AGREE AGREED AGREES APPROVE APPROVED APPROVES NOTED RECEIVE RECEIVED CONSIDER COMMENT COMMENTS ENDORSE ENDORSED SUPPORT SUPPORTED " +
    "DISCUSS REVIEW DELEGATE DELEGATES AUTHORISE RESOLVE RESOLVED RESOLVES RECOMMEND ADOPT ADOPTED ACCEPT ACCEPTED CONFIRM DECIDE " +
    "NIL NORTH SOUTH EAST WEST NORTHERN SOUTHERN EASTERN WESTERN CENTRAL MET TRACK TARGET ACTUAL PRESENT WARD STATUS RESPONSE ONE TWO " +
    "THREE FIRST SECOND THIRD START STOP BETTER WORSE SAME PREVENT PURSUE PROTECT PREPARE CONTEST " +
    "RATIFY REJECT REQUEST SCRUTINISE CHALLENGE APPROVAL WITHDRAWN HELP BACKGROUND SUMMARY"
  ).split(" "),
);
const smallWords = new Set("A AN AS AT BE BY DO IF IN IS IT ME MY ON SO TO UP US WE".split(" "));
const notWords =
  /(?<![\w/.])(?:https?:\/\/|www\.)[^\s)>\]]+|(?<![\w.+-])[\w.+-]+@[\w.-]+|#\w+|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b|(?<![\w.])\w+\.(?:uk|com|org|net|pdf|docx?|xlsx?)\b|\b(?:[Tt]able|[Ff]igure|[Aa]ppendix|[Aa]nnex) [A-Z]{1,2}\b/g;
const runOfCapitals = /(?<![A-Za-z])[A-Z]+(?:['’]?[ ,]{1,2}[A-Z]+)+(?![a-z])/g;

/** A long word that is built as English words are and can be pronounced: `RECOMMENDATION`, `DEFERRED`. */
const longWord =
  /^(?=[A-Z]{7,16}$)(?:[BCDFGPST]?[LRW]?|[CGPSTW]H|S[CKLMNPQT]R?|KN|QU|[A-Z])[AEIOUY][A-Z]*(?:[ST]ION|MENT|ING|[AE]NCE|IT[YE]|NESS|ED|ABLE|LY|IES|IONS|MENTS)$/;

/** Whether a word is one that people shout, whatever stands around it. */
export function isShoutedWord(word: string): boolean {
  // No short form is as long as NEIGHBOURHOOD.
  return shoutedWords.has(word.toUpperCase()) || longWord.test(word) || /^[A-Z]{11,}$/.test(word);
}

/** Whether a word in capitals says nothing by itself: `ON` in `UPDATE ON THE VRU`. */
export function isSmallWord(word: string): boolean {
  return smallWords.has(word);
}

/** The text with web addresses, e-mail addresses, hashtags, postcodes, file names and table labels blanked. */
export function withoutAddresses(text: string): string {
  return text.replace(notWords, (match) => GAP.repeat(match.length));
}

/**
 * The stretches of a text in which capitals say nothing: all of it where it has no small letters, and runs such as
 * `PLEASE NOTE`. One long word in capitals that stands alone, as in a cell, is a heading.
 */
export function shoutedSpans(text: string): Span[] {
  if (isShouted(text)) return [{ start: 0, end: text.length }];
  const spans: Span[] = [];
  for (const match of text.matchAll(runOfCapitals)) {
    const words = match[0].split(/[^A-Z]+/);
    const plain = words.filter((word) => shoutedWords.has(word) || smallWords.has(word)).length;
    if (plain >= 2 || (plain === 1 && words.length >= 3))
      spans.push({ start: match.index, end: match.index + match[0].length });
  }
  return spans;
}

function isShouted(text: string): boolean {
  if (/[a-z]/.test(text)) return false;
  const words = text.match(/[A-Z]+/g) ?? [];
  const long = words.some((word) => word.length >= 5 && /[AEIOUY]/.test(word));
  return words.length >= 2 ? long || words.some((word) => shoutedWords.has(word)) : long;
}
