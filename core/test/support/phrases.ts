// The words of generated papers: sentence patterns, the phrases that fill them, and the bodies that get acronyms.
// An invented county throughout. Number words, "half", "doubled" and the like are left out on purpose, so that no
// sentence states a total or a change that the figures beside it would have to give.

/** Phrases by slot. `{slot}` in a pattern takes one of them at random, and they may hold slots themselves. */
export const phrases = {
  place: list(`
    Aldermoor | Brackwell | Calderby | Dunholt | Eastmere | Fallowgate | Garswick | Hetherby | Inglecote
    Kestrel Bridge | Langmoor | Marlbeck | Netherholt | Ormsgate | Pellowick | Quarndale | Rushbeck
    Stainholme | Thorncote | Ulverby | Wexmoor | Yarnfold
  `),
  month: list(`January | February | March | May | June | July | September | October | November`),
  actor: list(`
    the neighbourhood inspector | the commissioning manager | the force control room | the estates lead
    the Chief Finance Officer | the Deputy Chief Constable | the research partner | the contracts officer
    the county council | the probation lead | the hospital trust | the largest provider
    the training school | the volunteer coordinator | the performance analyst | the governance officer
    the district commander | the custody manager | the internal auditor | the fire and rescue service
    the lead magistrate | the housing association | the university evaluator | the communications manager
    the engagement officer
  `),
  did: list(`
    reviewed | tested | published | extended | redesigned | commissioned | piloted | costed | endorsed
    consulted residents on | brought forward | reported on | took ownership of | challenged | refined
    asked for changes to | secured funding for | drew up | monitored | presented | resumed | completed
  `),
  do: list(`
    strengthen | simplify | fund | open up | expand | protect | modernise | evaluate | relaunch | maintain
    bring together | speed up | promote | standardise | embed
  `),
  thing: list(`
    a revised staffing plan | the new triage process | a shared record of repeat callers
    a single referral form | the next phase of the training offer | a refreshed service specification
    the winter safety campaign | a plain guide to reporting online | the court update service
    a peer support offer | the lone worker policy | a set of local priorities
    the vehicle replacement schedule | the evening outreach rota | a savings proposal
    an appeals process for small grants | the property store | the translation contract
    a welfare check scheme | the community speed survey | a quality standard for statements
    the counselling waiting list | the language used in letters to victims | an assurance map
    the evaluation framework | a joint risk register | the school visits programme | a drop-in surgery
    the radio network upgrade | the interview room refit
  `),
  purpose: list(`
    so that victims hear from a named contact | to shorten the wait for a first appointment
    so that supervisors can see demand as it builds | to give residents a clearer account of progress
    to keep experienced staff in post | so that money follows need rather than habit
    to meet the standard expected by inspectors | so that witnesses are kept informed before trial
    to reduce the number of visits that end without an answer
    so that smaller charities can bid on fair terms | to make better use of buildings outside office hours
    so that young people are met where they already go | to remove duplicated paperwork
    so that rural callers receive the same service as those in towns
    to prepare for the change in legislation | so that lessons reach every shift | to steady the budget
    so that the Board can test whether the money is well spent
    to support a consistent response at weekends | so that referrals are not lost between agencies
    to rebuild trust after a difficult year
  `),
  where: list(`
    in {place} | in {place} and {place} | across the county | at the {place} station
    in the rural districts | around {place} town centre | on the {place} estate | in the northern division
    in the coastal villages
  `),
  when: list(`
    in the spring | during the second quarter | since the last meeting | earlier in the year
    over the summer | at the {month} workshop | ahead of the budget round
    in the weeks after the inspection | in early {month} | towards the end of {month}
    before the school term began | when the contract was renewed | on {date}
  `),
  opening: list(`
    Following a request from members | After the {month} review | With support from {actor}
    As part of the annual plan | Within the existing budget | Alongside the wider reform programme
    In response to feedback from {people} | Subject to final approval | Under the partnership agreement
    Despite pressure on overtime | Working closely with {actor} | To build on the progress made {where}
  `),
  people: list(`
    parish councillors | shop workers | victims of fraud | young residents | front counter staff
    head teachers | student volunteers | custody visitors | call handlers | farmers | tenants | new recruits
    street traders | families of missing people | survivors | hospital staff | bus drivers
    independent advisers
  `),
  finding: list(`
    callers value a single point of contact | delays fall where teams share an office
    confidence depends on being told what happened next
    the busiest hours have moved into the early evening
    smaller providers struggle with short funding cycles
    most complaints concern silence rather than rudeness | visible patrols matter more than printed leaflets
    early advice prevents a good many repeat incidents | the new system is easier to search than the old one
    training works best in short local sessions | the current rota leaves gaps on Sunday mornings
    reports made online arrive with better detail | people are unsure whom to ring about parking
    demand remains above the level planned for | the shared office has improved the flow of information
    costs are rising faster than the grant | data about outcomes is still patchy
    the pilot reached people who had never asked for help before
    mentors stay longer when expenses are paid promptly | referrals slow down during school holidays
  `),
  caveat: list(`
    the sample is still small | it is too soon to judge the lasting effect | the picture differs {where}
    not every provider has sent a return | the recording system changed part of the way through
    staff turnover may explain some of the movement | weather also played a part | the baseline is uncertain
    {actor} reads the evidence more cautiously | the effect is weaker {where}
    seasonal demand has yet to settle | comparison with neighbouring counties is limited
    the survey was answered mainly by older residents
  `),
  next: list(`
    a fuller evaluation will follow | the timetable has been adjusted | {actor} will report back in {month}
    further work is planned {where} | the risk has been raised with {actor} | an interim measure is in place
    the item stays open on the action log | members will receive a written update
    the approach will be repeated | options are being prepared for the next budget
    a visit for members has been arranged | the contract will be varied
    guidance has gone to every supervisor | the target has been reset
  `),
  reason: list(`
    several key posts stood empty | the supplier delivered late | planning consent took longer than expected
    partners released staff at short notice | the survey was sent out twice
    the software needed an extra test | volunteers came forward in larger numbers
    {actor} offered space without charge | the grant was paid early | training had to be rearranged
    a legal question was outstanding | the first tender drew no bids
  `),
  progress: list(`
    moved more slowly than planned | finished ahead of schedule | gathered pace {when} | was paused {when}
    took a different course | needed more supervision than usual | stayed within budget | started late
  `),
  practice: list(`
    review open cases together each week | ring back every caller within a working day
    carry a short guide to local services | hold a surgery in the library
    log each contact in the same place | brief the night shift in person
    check on isolated residents after a burglary | share a duty desk | meet head teachers each month
    use a common script for first contact | visit premises before renewal
  `),
  benefit: list(`
    which frees time for visits to repeat victims | which has cut down on duplicated effort
    which partners describe as a real improvement | which gives supervisors earlier warning of trouble
    which has steadied attendance at meetings | which should lower the cost of temporary cover
    which makes it easier to spot patterns | which staff say has raised morale
    which helps newer colleagues settle | which keeps families better informed
    which inspectors noted as good practice
  `),
  items: list(`
    burglary reports | calls about nuisance vehicles | referrals to counselling | stop and search encounters
    welfare checks | requests for an interpreter | complaints | grant applications | missing person reports
    community resolutions | visits to licensed premises | reports of shop theft | statements taken by video
  `),
  aspect: list(`
    Early results | Learning from complaints | Staffing and training | Working with partners
    Public feedback | Risks and mitigation | Value for money | Next steps | Visits and outreach
    Equality and access | Technology and data | Volunteers | Demand and response times
    Buildings and vehicles | Independent scrutiny
  `),
  theme: list(`
    Neighbourhood policing | Support for victims | Financial position | Custody and detention
    Roads policing | Rural crime | Commissioned services | Workforce and wellbeing | Estates and fleet
    Complaints and conduct | Young people | Fraud and online harm | Public contact | Serious violence
    Courts and witnesses | Performance and assurance | Community engagement | Prevention and early help
  `),
  role: list(`
    Chief Finance Officer | Chief Executive | Head of Commissioning | Head of Policy | Monitoring Officer
  `),
};

const statements = [
  "{body} {did} {thing} {where} {purpose}.",
  "{opening}, {body} {did} {thing} {where} {purpose}.",
  "{body} {did} {thing} {when}, and {actor} {did} {thing} {where}.",
  "Feedback from {people} {when} suggests that {finding}; {next}.",
  "Work on {thing} {where} {progress} because {reason}, so {next}.",
  "{actor} advised {body} that {finding}, although {caveat}.",
  "Officers {where} now {practice} and {practice}, {benefit}.",
  "The aim is to {do} {thing} and {do} {thing} {purpose}, while recognising that {caveat}.",
  "{people} {where} told {body} that {finding}, and {next}.",
  "{owner} response was to {do} {thing} {where}, {benefit}.",
  "Members may wish to note that {finding} {where}, that {caveat}, and that {next}.",
];
const withReferences = [
  "As {ref} explained, {finding} {where}, and {next}.",
  "The detail is given in {ref}, and {body} {did} {thing} {purpose}.",
  "{body} {did} {thing} {where} (see {ref}), although {caveat}.",
  "Taken together with {ref}, this suggests that {finding} {where}.",
  "The position described in {ref} has not changed: {caveat}, and {next}.",
];
const withLookalikes = [
  "The duty comes from {look}, and {body} {did} {thing} {purpose}.",
  "Readers should compare this with {look}, where {finding} {where}, although {caveat}.",
  "In its reply {when}, {actor} wrote: “The plan for {thing}, as {quote} says, holds because {finding}.”",
  "The #SafeNorthshire messages {when} reached {people} {where}, and {next}.",
  "Since COVID-19, {people} near the A{road} {where} have found that {finding}.",
  "Letters about {thing} may be sent to NX4 7QT, {purpose}, and {next}.",
];
const withFigures = [
  "The number of {items} {where} {change}, and {next}.",
  "During the period {body} dealt with {count} {items} {where}, and {next}.",
  "About {money} of next year's plan depends on {thing}, and {actor} confirmed {when} that {finding}.",
  "At the {month} meeting we said that {finding}; {body} has since acted {purpose}.",
];

/**
 * Sentence patterns. Besides the slots above, `{body}` and `{owner}` name a body or its acronym, `{ref}` is a reference,
 * `{look}` and `{quote}` only look like one, and the rest are figures.
 */
export const sentences = {
  /** Without figures, for paragraphs that lead up to a table or a list with figures of its own. */
  quiet: [...statements, ...statements, ...withReferences],
  any: [
    statements,
    statements,
    statements,
    withReferences,
    withReferences,
    withLookalikes,
    withFigures,
  ].flat(),
  promise: ["We will {do} {thing} {where} {purpose}.", "{body} will {do} {thing} {purpose}, and {next}."],
  bullet: [
    "{do} {thing} {where}",
    "{do} {thing} {purpose}",
    "{practice}, {benefit}",
    "{do} {thing} and {do} {thing}",
  ],
};

/** Bodies that papers name; the capitals of each make its acronym. */
export const bodies: readonly string[] = list(`
  Northshire Commissioner's Office | Rural Harm Reduction Unit | Victim Contact Team
  Repeat Caller Panel | Night Economy Forum | Youth Mentoring Network | Local Scrutiny Group
  Estates Renewal Programme | Custody Health Service | Business Crime Desk | Stolen Vehicle Squad
  Road Harm Forum | Hidden Harm Partnership | Family Safety Hub | Witness Support Service
  Evidence Standards Panel | Digital Case Unit | Community Grants Board | Street Warden Scheme
  Prison Leavers Project | Neighbourhood Tasking Group | Data Quality Office | Fleet Replacement Programme
  Complaints Review Service | Independent Custody Visitors Scheme | Fraud Advice Line
  Restorative Practice Network | Domestic Abuse Housing Partnership | Schools Liaison Team
  Heritage Crime Watch | Missing Persons Desk | Joint Audit and Risk Committee | Wildlife Crime Group
  Burglary Prevention Team | Farm Watch Network | Partnership Analysis Unit | Evening Response Team
  Trauma Recovery Service | Volunteer Police Cadets Programme | Cyber Resilience Hub
  Language Access Service | Hate Incident Review Panel | Knife Harm Taskforce | Drug Pathways Alliance
  Mental Health Triage Team | Women's Diversion Service | Employment Pathways Project
  People and Wellbeing Board | Treasury and Reserves Group | Station Access Panel
  Body Worn Video Project | Firearms Licensing Team | Early Help Alliance | Court Listing Forum
  Retail Theft Panel | Stalking Support Clinic | Elder Fraud Network | Tenancy Safety Team
  Sexual Harm Support Alliance | County Resilience Forum | Green Fleet Programme
  Learning and Development Office | Vetting and Integrity Unit | Youth Voice Assembly
  Procurement Gateway Board | Interpreter Booking Desk
`);

/** Words that combine into further bodies once a long paper has used up the list. */
export const bodyWords: readonly (readonly string[])[] = [
  list("Rural | Urban | Coastal | Joint | Local | County | District | Mobile | Early | Northern | Weekend"),
  list(
    "Burglary | Custody | Youth | Victim | Traffic | Evidence | Housing | Fraud | Licensing | Witness | Property",
  ),
  list("Review | Prevention | Support | Advice | Planning | Liaison | Training | Outreach | Data | Harm"),
  list("Unit | Team | Panel | Forum | Hub | Network | Group | Board"),
];

/** Items between bars, over as many lines as they need. */
function list(text: string): readonly string[] {
  return text.split(/[|\n]/).flatMap((item) => item.trim() || []);
}
