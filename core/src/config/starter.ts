/** A commented `board-paper.yaml` to start from. It changes nothing until its lines are made to count. */
export function starterConfig(): string {
  return starter;
}

const starter = `# What the papers in this folder, and in those below it, are checked by.
# The lines below that start with # are examples and do not count. To make one count, remove its "# ".

# The house template of papers that name none.
template: spcb

# Your own house templates: each extends another, and says only what is different.
# templates:
#   our-board:
#     extends: spcb
#     title: Our Policing Board
#     fields:
#       classification:
#         kind: choice
#         choices: [open, exempt]
#         need: required
#         meaning: Whether the public may read the paper.
#     sections:
#       - Financial implications
#       - title: Legal implications
#         need: optional
#         guidance: "[Insert the legal implications, or remove this section.]"

# Acronyms that need no explanation in a paper.
# glossary:
#   OPCC: Office of the Police and Crime Commissioner
#   VRU: Violence Reduction Unit

# How much a rule counts: error (must fix), warning (please check), info (suggestion) or off.
# Some rules have options too: "board-paper explain acronym-undefined" tells of them.
# rules:
#   acronym-repeated: off
#   acronym-undefined: { severity: info, ignore: [ABC] }

# Which other files are papers, and the template they follow when their details name none. The last entry that matches a
# file holds.
# papers:
#   - files: "archive/**/*.md"
#     template: spcb
`;
