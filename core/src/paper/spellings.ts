// Words that are spelled in two ways by their letters or as one word and two; data, and how a word is told to be one of them.

/** A word as one of the spellings of a term. */
export interface Spelling {
  /** The same for all spellings and endings of the word. */
  readonly key: string;
  /** Which of the ways of spelling it is. */
  readonly form: string;
}

interface Family {
  /** Must match a whole word in small letters; `stem` and `form` are its groups. */
  readonly pattern: RegExp;
  /** The forms that are looked for first: where no block has one, there is nothing to compare. */
  readonly rarer: readonly string[];
}

const families: readonly Family[] = [
  // organise, organize
  {
    pattern: /^(?<stem>[a-z]{3,}?)(?<form>i[sz])(?:e|ed|es|er|ers|ing|ation|ations|ational)$/,
    rarer: ["iz"],
  },
  { pattern: /^(?<stem>anal|paral|catal)(?<form>y[sz])(?:e|ed|es|er|ers|ing)$/, rarer: ["yz"] },
  { pattern: /^(?<stem>program)(?<form>me|)s?$/, rarer: [""] },
  {
    pattern:
      /^(?<stem>behavi|col|fav|hon|lab|neighb|endeav|harb|rum|hum|vig|rig)(?<form>ou?r)(?:s|ed|ing|al|able|hood|hoods)?$/,
    rarer: ["or"],
  },
  { pattern: /^(?<stem>judg|acknowledg)(?<form>e|)ments?$/, rarer: [""] },
  { pattern: /^(?<stem>focu|targe|benefi|bia|budge)(?<form>ss?|tt?)(?:ed|ing|es)$/, rarer: ["ss", "tt"] },
  { pattern: /^(?<stem>advis)(?<form>er|or)s?$/, rarer: ["or"] },
  { pattern: /^(?<stem>cent|theat)(?<form>re|er)s?$/, rarer: ["er"] },
  { pattern: /^(?<stem>defen|offen|preten)(?<form>c|s)es?$/, rarer: ["s"] },
  { pattern: /^(?<stem>fulfi|enro|skilfu|wilfu)(?<form>ll?)$/, rarer: ["ll"] },
  {
    pattern:
      /^(?<stem>counse|mode|trave|cance|labe|signa|fue|leve|pane|channe)(?<form>ll?)(?:ed|ing|ers?|ors?)$/,
    rarer: ["l"],
  },
  { pattern: /^(?<stem>ag)(?<form>e|)ing$/, rarer: [""] },
  { pattern: /^(?<stem>gr)(?<form>[ae])y$/, rarer: ["a"] },
  { pattern: /^(?<stem>s)(?<form>[ck])eptical$/, rarer: ["k"] },
  { pattern: /^(?<stem>catalog|dialog)(?<form>ue|)s?$/, rarer: [""] },
];
/** All families at once: most words are none of them. */
const anyFamily = new RegExp(
  families.map(({ pattern }) => pattern.source.replace(/\?<\w+>/g, "?:")).join("|"),
);
/** Words that end like those of a family and have one spelling, or two that mean different things. */
const own =
  /^(?:advertis|advis|apprais|compris|compromis|concis|cruis|demis|despis|devis|disguis|enterpris|excis|exercis|expertis|franchis|improvis|merchandis|otherwis|paradis|prais|precis|premis|promis|rais|repris|revis|superv?is|surmis|surpris|televis|treatis|wis|capsiz|siz|seiz|priz|resiz|downsiz|bapt|nois|pois|rins|prom|chast)/;

/** The spelling that a word in small letters is of a term, where it is one by its letters. */
export function spellingOf(word: string): Spelling | undefined {
  if (word.length < 4 || !anyFamily.test(word)) return undefined;
  for (const [i, { pattern }] of families.entries()) {
    const groups = pattern.exec(word)?.groups;
    if (!groups) continue;
    const { stem = "", form = "" } = groups;
    if (/^i[sz]$/.test(form) && own.test(`${stem}${form}`)) return undefined;
    return { key: `${stem}~${i}`, form };
  }
  return undefined;
}

/** A word with the letters of another form of its term: `organised` of `organized` and `is`. */
export function respelled(word: string, form: string): string {
  const spelling = spellingOf(word.toLowerCase());
  if (!spelling) return word;
  const stem = spelling.key.indexOf("~");
  return `${word.slice(0, stem)}${form}${word.slice(stem + spelling.form.length)}`;
}

/** Whether a spelling is one of its family that are looked for first. */
export function isRarer({ key, form }: Spelling): boolean {
  return families[Number(key.slice(key.indexOf("~") + 1))]?.rarer.includes(form) ?? false;
}

/** Words that are one word, and are often written as two. */
export const oneWord: ReadonlySet<string> = new Set(
  `backlog baseline benchmark bodycam bookkeeping bottleneck breakdown bystander carpark caseload casework caseworker childcare
  classroom counterpart countywide courtroom crossroad cybercrime cybersecurity database dataset deadline download
  eyewitness feedback fieldwork firearm firefighter footfall framework groundwork guideline handheld handbook headcount
  headline headquarter healthcare helpdesk helpline homeowner hotline household housekeeping keyword landlord landmark
  layperson lifelong lifestyle lockdown logbook longstanding milestone nationwide network newsletter nightlife
  ombudsman ongoing outcome overspend overtime password payroll peacekeeping percent policymaker policymaking postcode
  railway roadmap roadside roundtable safeguard schoolchild shortfall shortlist smartphone spokesperson spreadsheet
  stakeholder taskforce taxpayer teamwork threshold timeframe timeline timescale timetable toolkit townhall
  underspend undertaking upcoming viewpoint voicemail wayfinding webpage website weekday weekend wellbeing
  whistleblower whistleblowing widespread wildlife workbook workflow workforce workload workplace worksheet workshop
  workspace workstream worldwide`.split(/\s+/),
);
