// Whether the words around a reference say that it points into another document than the paper.

/** Where a reference points: into another document, perhaps into one, or, as far as the words tell, into the paper. */
export type Whereabouts = "elsewhere" | "perhaps" | "here";

/** The words on either side of a reference, in single spaces, and whether it is one to a paragraph. */
export interface Surroundings {
  /** Up to 200 characters before it. */
  readonly before: string;
  /** Up to 90 characters behind it. */
  readonly after: string;
  readonly isParagraph: boolean;
}

/** Tells where a reference points; never fails. */
export function whereabouts({ before, after, isParagraph }: Surroundings): Whereabouts {
  if (ownDocument.test(after)) return "here";
  if (ofOther.test(after) || besideOther.test(after)) return "elsewhere";
  const told = toldBefore(before, isParagraph);
  if (told !== "here" || !isParagraph) return told;
  if (inAppendix.test(after)) return "elsewhere";
  return perhapsBehind.test(after) ? "perhaps" : "here";
}

/** What the words before a reference alone tell of where it points. */
export function toldBefore(words: string, isParagraph: boolean): Whereabouts {
  const near = words.slice(-80);
  if (insideOther.test(near) || behindDocument.test(near) || citation.test(words)) return "elsewhere";
  if (!isParagraph) return "here";
  if (exempt.test(near) || ofMinutes.test(words) || onAgenda.test(words)) return "elsewhere";
  if (ofAppendix.test(near) || behindName.test(near) || saidElsewhere.test(words)) return "elsewhere";
  return perhaps.some((it) => it.test(words)) ? "perhaps" : "here";
}

const documents =
  "(?:Act|Acts|Bill|Schedule|Regulations?|Order|Code|Directive|Rules|Constitution|Framework|Protocol|[Rr]eports?|[Pp]apers?|[Gg]uidance|[Pp]lans?|[Ss]trateg(?:y|ies)|[Pp]olic(?:y|ies)|[Mm]inutes|[Aa]greement|[Rr]eview|[Cc]ircular|[Ll]etter|[Ss]tatement|[Ii]nspection|[Cc]ontract|[Dd]ocument|[Pp]ublication|[Bb]ulletin|[Rr]elease|[Ss]cheme|[Ss]tandards?|[Mm]anual|[Cc]harter|[Mm]emorandum|[Dd]ecision|[Nn]otice|[Jj]udge?ment|[Rr]uling|[Aa]genda|[Bb]undle)\\b";
/** Documents that are known by their short forms, and never are the paper itself. */
const knownByLetters =
  "(?:NPPF|NPPG|PPG|PPS|PACE|IFRS|IPSAS|IAS|FRS|SORP|FReM|GDPR|DPA|RIPA|PSIAS|MTFS|JSNA)";
const determiner = "(?:the|that|its|their|his|her|an?|[A-Z‘“'\"(\\d])";
/** Words behind a reference that say it points into another document: `paragraph 4 of the Act`. */
const ofOther = new RegExp(
  `^,? (?:of (?!(?:the )?(?:[Tt]able|[Aa]ppendix|[Aa]nnexe?|section)s?\\b)${determiner}|(?:of|in|to|from|at|under|within) (?:[\\w’'‘“"-]+ ){0,7}?["”’']?${documents})`,
);
/** Names of other documents right behind: `para 38 NPPF`, `paragraph 3, Schedule 12A`, `paragraph 15 in item 5a`. */
const besideOther = new RegExp(
  `^,? (?:\\(?(?:Schedule|Part|Code) [\\dA-Z]|\\(?(?:(?:of|in|to|from|under|within) (?:the )?)?${knownByLetters}\\b|(?:in|on|of|to|at|under|from) (?:agenda )?[Ii]tem \\d|on pages? \\d{1,4} of (?!this)|elsewhere (?:on|in) (?:this|the|today[’']s) agenda\\b)`,
);
/** An appendix counts its own paragraphs, and may not be in the paper: `Appendix B, paragraph 4`. */
const ofAppendix = /\b(?:Appendix|Annexe?|Attachment|Enclosure) [A-Z\d]{1,3},? ?(?:\(|at |in )?$/;
const inAppendix = /^,? (?:of|in|to) (?:the )?(?:[Aa]ppendix|[Aa]nnexe?)\b/;
const ownDocument = /^,? (?:of|in|to|from|at|under|within) (?:this|the present|our) /;
/** A page, which a paper in Markdown has none of, or letters that may be those of a document: `paragraph 38 DPD.` */
const perhapsBehind = /^,? ?\(?(?:(?:on|at) )?(?:pages?|pp?\.) ?\d|^ \(?[A-Z]{3,}(?=[).,;:]|$)/;

/** Words before a reference that say so: `Schedule 12A, paragraph 3`. */
const insideOther =
  /(?:\b(?:Schedules?|Act|Regulations?|Orders?|Code|Directive|[Rr]ules?|[Aa]rticles?|Part|[Ss]ections?|[Cc]lauses?)(?: (?:of [A-Z]\w+|\d{1,4}[A-Z]?|[A-Z])){0,2},? ?\(?|\b(?:its|their|his|whose) |\w[’']s )$/;
const monthName = "(?:January|February|March|April|May|June|July|August|September|October|November|December)";
/** What tells a report from the paper itself: its month or year, its author, or that it is not the latest. */
const ofOthers = `(?:(?:${monthName}|(?:19|20)\\d\\d|[Qq](?:[1-4]|uarter [1-4]))(?: (?!the\\b|this\\b|our\\b|that\\b)\\w{2,20})?|last|previous|earlier|main|covering|accompanying|separate|original|inspection|audit|[A-Z]{3,}|(?<!\\b[Tt]his )(?![Tt]oday)\\w{2,30}(?:[’']s|s[’']))`;
/** A document named just before: `Home Office circular 12/2019, para 4`, `the June report (paragraph 3)`. */
const behindDocument = new RegExp(
  `\\b(?:[Cc]irculars?|[Gg]uidance|(?<!\\d )[Mm]inutes|[Mm]inute(?= \\d)|[Mm]anual|[Bb]ulletin|Framework|Constitution|Protocol|[Dd]ecision (?:letter|notice)|[Jj]udge?ment|${ofOthers} (?:reports?|papers?|plan|review|letter|statement)|[Rr]eport(?= (?:No\\.? )?[A-Z\\d/-]*\\d))(?: (?:No\\.? )?[\\dA-Z/.-]{1,12})?(?: \\([A-Z]{2,}\\))?(?:,? \\(?(?:19|20)\\d\\d\\)?)?,? (?:\\(|at |in |\\(?at )?$`,
);
/** A court's decision: `[2019] EWHC 12 (Admin), paragraph 23`. */
const citation =
  /(?:[[(](?:19|20)\d\d[\])] (?:\d{1,3} )?[A-Z][A-Za-z]{1,6}\b|\b(?:EWHC|EWCA|UKSC|UKHL|UKUT|UKFTT)\b)[^.;]{0,40}$/;
/** The short form of a name or a document, and no word that is shouted. */
const letters = "(?!(?:SEE|AND|NOTE|NOT|ALSO|FROM|THE|ONLY|BUT|READ)\\b)[A-Z]{3,}";
/** `NPPF paragraph 197`, `the NPPF states in paragraph 47`; without "see" or the like between them. */
const behindName = new RegExp(
  `(?:\\b${letters}(?: \\d{1,5})? |\\b${knownByLetters}(?: \\d{1,3})?(?:(?: \\w+){0,3} (?:at|in|under))?,? ?(?:\\((?:at |in )?)?)$`,
);
/** Law that closes a meeting to the public: `exempt by virtue of paragraph 3`. */
const exempt =
  /\b(?:exempt(?:ion)?\b[^.]{0,60}|by virtue of |(?:[Nn]ot for publication|[Pp]rivate|[Cc]onfidential|[Rr]estricted|[Ee]xclu(?:ded?|sion)|closed)\b[^.]{0,60}(?:\b(?:under|within|pursuant to|as defined (?:in|by))|[:–-]) )$/i;
/** The minutes of a meeting, which are put right by their own paragraphs. */
const ofMinutes = /\b(?:[Mm]inutes|[Nn]otes|[Rr]ecord) of (?:the|a|an|our)\b[^.;]{0,160}$/;
/** Another paper of the meeting: `the report elsewhere on this agenda`, `item 7, paragraph 3`, `page 40, paragraph 8`. */
const onAgenda =
  /\belsewhere (?:on|in) (?:this|the|today[’']s) agenda\b[^.;]{0,80}$|\b(?:[Aa]genda )?[Ii]tem \d{1,3}[A-Za-z]?,? ?\(?$|\b(?:[Pp]ages?|pp?\.) ?\d{1,4}(?: of the [\w ]{1,30})?,? ?\(?$/;

const says =
  "(?:says?|said|states?|stated|sets? out|found|finds|notes?|noted|shows?|showed|shown|held|holds|ruled|concluded|concludes|recommend(?:s|ed)|observ(?:es|ed)|remarked|wrote|writes|determined|considered|report(?:s|ed)|explain(?:s|ed)|advis(?:es|ed)|requires?|required|provides?|confirm(?:s|ed)|decided|reads?|put it)";
/** Those who write decisions and reports of their own. */
const authors =
  "(?:[Ii]nspector(?:ate)?|[Jj]udge|[Cc]ourt|[Tt]ribunal|[Aa]uditors?|[Oo]mbudsman|[Cc]oroner|[Mm]inister|Secretary of State|Panel|Commission|Justice|Lord \\w+|[A-Z]\\w+ L?J)";
const writings = `(?:(?:${ofOthers}|decision) (?:reports?|papers?|plan|review|letter|statement|notice)(?: (?:of|dated) [\\dA-Za-z ]{3,20})?|[Gg]uidance|[Jj]udge?ment|Code(?: of [A-Z]\\w+)?|Act(?: (?:19|20)\\d\\d)?|Regulations|Framework|Constitution|Circular|Directive|Protocol)`;
const haveSaid = `(?:(?:has|have|had|also|itself|clearly|rightly) ){0,2}${says}(?: (?:that|as much|clearly|so))?`;
/** `the Inspector concluded (at paragraph 45)`, `the Panel's report of 4 February said (paragraph 12)`. */
const saidElsewhere = new RegExp(
  `(?:\\b${writings} ${haveSaid},? ?(?:\\(?(?:at |in )?)|\\b${authors} ${haveSaid},? ?\\(?(?:at |in ))$`,
);
const place = "(?:,? at |,? in |,? ?\\((?:at |in )?)$";
/** Words that leave it open: the paper may be meant as well. */
const perhaps: readonly RegExp[] = [
  // the IRMP (paragraph 40) · the IRMP, paragraph 40
  new RegExp(`\\b${letters}(?: \\d{1,5})?,? ?(?:\\((?:at |in )?)?$`),
  // the Ombudsman's decision, at paragraph 40
  new RegExp(
    `\\b${ofOthers} (?:\\w+ ){0,2}(?:decision|determination|opinion|words|submission|evidence|memorandum|response|advice|findings)${place}`,
  ),
  new RegExp(`\\b[A-Z]{3,} ${says} (?:at |in |\\(?at |\\(?in )$`),
  // the judge held that it was unlawful (paragraph 67)
  new RegExp(`\\b(?:${writings}|${authors}) (?:\\w+ ){0,2}${says}\\b[^.;]{0,120}${place}`),
  // Keeping Children Safe 2024, paragraph 40
  new RegExp(
    `\\b[A-Z][\\w’'-]{2,20} (?:(?:and|for|in|of|the|to) ){0,2}(?!${monthName})[A-Z][\\w’'-]{1,20} (?:19|20)\\d\\d,? ?(?:\\(|at |in )?$`,
  ),
  // The National Planning Policy Framework applies. Paragraph 11 …
  new RegExp(
    `\\b(?:(?<!\\b(?:[Tt]his|[Oo]ur) )[A-Z][\\w’'-]+ (?:(?:and|for|in|of|on|the|to) ){0,2}(?:[A-Z][\\w’'-]+ (?:(?:and|for|in|of|on|the|to) ){0,2}){0,6}(?:Framework|Act|Code|Regulations|Guidance|Standards?|Directive|Circular|Constitution|Protocol|Strategy|Policy)|${knownByLetters})\\b[^;]{0,150}[.:;] $`,
  ),
  // the Police and Crime Plan (paragraph 40)
  /(?<!\b(?:[Tt]his|[Oo]ur) (?:[A-Z]\w{1,20} ){0,3})\b(?:Plan|Strategy|Policy|Statement|Agreement|Report|Review|Memorandum|Delegation|Terms of [Rr]eference|Charter|Scheme|Standard|Book|Manifesto|Bill|Paper|Business Case|Prospectus|Handbook|Toolkit|Specification|Concordat)(?: (?:19|20)\d\d(?:[-–/]\d{2,4})?)?,? ?(?:\(|at |in )?$/,
];
