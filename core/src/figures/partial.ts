// Notes by which the lines of a table overlap, or are not all there, so that they need not add up.

const overlaps =
  /\bmore than (?:one|once)\b(?! (?:in|third|half|quarter|million|thousand|hundred|year|month|week)\b)|\boverlap|\bdouble[- ]count|\bcounted (?:only |just )?(?:once|twice|in)\b|\b(?:once only|only once)\b(?! (?:a|an|every|each|per)\b)|\bmutually exclusive\b|\b(?:all|any|as many) (?:that|as) appl/i;
const severally =
  /\b(?:several|multiple|(?:two|2|three|3) or more|more than (?:two|one)) (?:[\w-]+ ){0,2}(?:categor(?:y|ies)|responses?|answers?|options?|needs?|offences?|types?|services?|rows?|columns?|groups?|lines?|headings?|times|reasons?|schemes?|programmes?|projects?|courses?|sessions?|activit(?:y|ies)|interventions?|strands?|conditions?|issues?|themes?)\b/i;
const selected =
  /\b(?:selected|main|top (?:\d+|three|five|ten)|largest|most common|examples?)\b[^.]{0,60}\b(?:only|shown|listed|below|categories|types|offences)\b/i;
const noSum =
  /\b(?:do|does|will|may|might|need|should|can|could|would)(?:n[’']t| ?not) (?:necessarily |always )?(?:add (?:up|together|to (?:the |a |their )?(?:total|sum|whole|100))|be (?:added (?:up|together)|summed)|(?:sum|total|tally)\b|equal (?:the |its |their )(?:sum|total))/i;

/** Whether notes say that lines overlap or lack, and not only that their sums are rounded. */
export function saysPartial(notes: string): boolean {
  if (overlaps.test(notes) || severally.test(notes) || selected.test(notes)) return true;
  return notes.split(/[.!?;]\s/).some((it) => noSum.test(it) && !/\bround/i.test(it));
}
