import type { Template } from "../lint/template.js";

/** The built-in template of a Strategic Policing and Crime Board. */
export const spcb: Template = {
  name: "spcb",
  title: "Strategic Policing and Crime Board",
  fields: [
    {
      name: "template",
      kind: "text",
      need: "optional",
      meaning: "The house template that the paper follows.",
      example: "spcb",
    },
    {
      name: "board",
      kind: "text",
      need: "required",
      meaning: "The board that receives the paper.",
      example: "Strategic Policing and Crime Board",
    },
    {
      name: "date",
      kind: "date",
      need: "required",
      meaning: "The day of the meeting, with its weekday if you like.",
      example: "17 November 2020",
    },
    {
      name: "agenda-item",
      kind: "text",
      need: "optional",
      meaning: "The paper's number on the agenda, such as 5a.",
      example: "5a",
    },
    {
      name: "title",
      kind: "text",
      need: "required",
      instead: ["priorities"],
      meaning: "The title of the paper.",
      example: "Title of the paper",
    },
    {
      name: "priorities",
      kind: "texts",
      need: "optional",
      meaning: "The priorities or objectives of the plan that the paper is about.",
      example: "Objective 1",
    },
    {
      name: "presented-by",
      kind: "texts",
      need: "required",
      meaning: "Who presents the paper to the board.",
      example: "Name, role",
    },
    {
      name: "authors",
      kind: "texts",
      need: "recommended",
      meaning: "Who wrote the paper and can answer questions about it.",
      example: "Name, role",
    },
    {
      name: "acronyms",
      kind: "definitions",
      need: "optional",
      meaning: "Short forms that this paper uses and what they stand for.",
      example: "VRU: Violence Reduction Unit",
    },
  ],
  sections: [
    {
      titles: ["Purpose of paper", "Background"],
      need: "required",
      first: true,
      guidance: "[Insert what the paper is for and what the Board is asked to do.]",
    },
  ],
  glossary: {},
  rules: {},
  // Household names only; a police acronym belongs in a house's glossary.
  known: (
    "UK GB NI EU UN US USA MP NHS GP GPS HM TV IT AI CCTV PDF SMS MOT RAC AA MI5 MI6 GCHQ RAF BBC ITV ITN VAT PAYE HMRC COVID COVID-19 " +
    "HIV AIDS DNA GCSE DVD CD USB PC FAQ Q&A A&E R&D ID PIN ATM GDP GMT BST UTC CEO HR HQ PR AGM BAME LGBT LGBTQ LGBTQIA LGBT+ DIY DVLA " +
    "NATO CV PHD BSC MSC MBA OBE MBE CBE BEM KC QC JP PE RSPCA NSPCC RNLI CO2 SOS OK VIP URL WWW WI-FI ISBN ISO LTD PLC VE VJ WWI WWII PTSD BT IBM BMW " +
    "HSBC KPMG PWC EY BDO LLP M&S B&Q LED HGV TUC UNISON GMB"
  ).split(" "),
};
