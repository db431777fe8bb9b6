// Words in capitals that are names by the words around them: of people, of operations, and the letters behind a name.

/** The words around a word, and what it may be the name of. */
interface Placed {
  /** Up to 120 characters before it. */
  readonly before: string;
  /** Up to 40 characters behind it. */
  readonly after: string;
}

/** Whether a word in capitals is a person's name, letters behind one (`QPM`), or a part of a word (`O'HARA`, `NON-PAY`). */
export function isPartOfName(word: string, { before, after }: Placed): boolean {
  if (/(?:^|[^A-Za-z])[A-Z]['’]$/.test(before) || /^['’](?!S\b)[A-Z]/.test(after)) return true;
  if (prefixes.has(word) && /^[-‑][A-Za-z]/.test(after)) return true;
  if (titled.test(before)) return true;
  if (honours.has(word))
    return behindPerson.test(before) || (telling.has(word) && behindCapital.test(before));
  if (!isSpoken(word)) return false;
  if (opensEntry.test(before) && firstNameBehind.test(after)) return true;
  return behindInitials.test(before) || (word.length >= 5 && behindRank.test(before)) || listed.test(before);
}

/** Whether a word in capitals is what an operation or an exercise is called: `Operation HERON`. */
export function isCodeName(word: string, before: string): boolean {
  if (!isSpoken(word) || word.length < 4) return false;
  return (
    /\b(?:Operations?|Ops?|Exercise) ["'“‘]?$/.test(before) ||
    (word.length >= 5 && behindProject.test(before))
  );
}

const titles =
  "(?:Mr|Mrs|Ms|Miss|Mx|Dr|Cllr|Councillor|Alderman|Sir|Dame|Lord|Lady|Prof|Professor|Revd?|Reverend|Judge|HHJ)";
const ranks =
  "(?:PC|PCSO|WPC|DC|PS|DS|DI|DCI|D?Supt|DCS|ACC|DCC|CC|ACO|DCFO|CFO|Constable|Sergeant|Sgt|Inspector|Insp|Ch Insp|Superintendent|Supt|Commander|Commissioner)";
const titled = new RegExp(`\\b${titles}\\.? $`);
/** `Cllr P HUGHES`, `DCI J. D. HUGHES`, `PC 1234 J HUGHES` */
const behindInitials = new RegExp(
  `\\b(?:${titles}|${ranks})\\.? (?:\\d{1,5} )?(?:[A-Z](?:\\.|(?= )) ?){1,3}$|\\b${titles}\\.? [A-Z][a-z]{1,15} $`,
);
const behindRank = new RegExp(`\\b${ranks}\\.? (?:\\d{1,5} )?(?:[A-Z][a-z]{1,15} )?$`);
/** `Cllrs HUGHES, KHAN and LEE` */
const listed =
  /\b(?:Cllrs|Councillors|Messrs|Members)[.:]? (?:[A-Z][A-Za-z.'’-]{0,20}(?: \([A-Za-z ]{1,20}\))?(?:, | and | & | )){0,12}$/;
/** `BAKER, Jane; KHAN, Omar (Chair)`: surnames first, each an entry of a list. */
const opensEntry = /(?:^|[;:\n|])\s?$/;
const firstNameBehind =
  /^, (?:(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Sir|Dame) )?[A-Z][a-z]{0,15}\.?(?: [A-Z]\.?)?(?:\.?$|[;\n|]| \(| [-–—] )/;
const behindProject = /\b(?:Projects?|Campaign|Programme) ["'“‘]?$/;
/** A word that can be pronounced as words are, in capitals. */
function isSpoken(word: string): boolean {
  return /^(?=[A-Z]{3,}$)(?:[BCDFGPST]?[LRW]?|[CGPSTWK]H|S[CKLMNPQTW]R?|KN|QU|[A-Z])[AEIOUY][A-Z]*$/.test(
    word,
  );
}

const prefixes = new Set(
  "NON PRE RE SUB CO ANTI MULTI INTER INTRA POST SEMI SELF MID OVER UNDER WELL CROSS LONG SHORT HALF EX DE".split(
    " ",
  ),
);
/** Letters that stand behind a name for an honour, an office or a degree and mean something else nowhere. */
const telling = new Set(
  "QPM KPM QFSM KFSM QAM KAM QGM BEM FRSA FRCP FRCN FCPFA CPFA FCCA FCA FRICS".split(" "),
);
const honours = new Set([
  ...telling,
  ..."DL JP KBE DBE GBE KCB DCB CB CMG CVO LVO MVO TD RD VR MP MS MSP AM LLB BA MA LLM ACA ACMA".split(" "),
]);
const letters = "(?:,? [A-Z]{2,6})";
const behindPerson = new RegExp(
  `(?:\\b[A-Z][a-z]{1,15}(?: [A-Z]\\.?)? [A-Z][A-Za-z'’-]{1,20}|\\b${titles}\\.? (?:[A-Z]\\.? ){0,3}[A-Z][A-Za-z'’-]{1,20})${letters}{0,4},? $`,
);
const behindCapital = new RegExp(`\\b[A-Z][A-Za-z'’-]{1,20}${letters}{0,4},? $`);
