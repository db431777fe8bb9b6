// Judges a paper. Rules declare what they look at; with the report of an earlier version at hand, a rule is
// asked again only about blocks, keys and orders that changed. The findings are the same without it.

import type { Block } from "../paper/block.js";
import type { Chunk } from "../paper/chunk.js";
import { type DigestedOutline, namesOf, outlineOf } from "../paper/outline.js";
import { blockAt, frontMatterOf, type Paper } from "../paper/paper.js";
import { blockStart, type Place } from "../paper/places.js";
import { labelKinds } from "../paper/references.js";
import { allKeys, blockEntries, blockSays, entriesOf, type FullKey, fullKey } from "./keys.js";
import type {
  Fix,
  IndexedPlace,
  KeyContext,
  KeyFamily,
  Problem,
  Rule,
  RuleContext,
  Severity,
} from "./rule.js";
import { type ActiveRule, type ActiveSettings, type Settings, settle } from "./settings.js";

/** A rule's statement about a place of the paper. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly at: Place;
  readonly related: readonly { readonly at: Place; readonly message: string }[];
  readonly fixes: readonly Fix[];
}

/** What was judged to make a report from the one before. */
export interface CheckWork {
  /** Blocks that block and neighbour rules were asked about. */
  readonly blocks: number;
  /** Keys that key rules were asked about. */
  readonly keys: number;
  /** Times that a sequence rule was asked about the paper's order. */
  readonly sequences: number;
}

/** The findings of one version of a paper, in its order. */
export interface Report {
  readonly paper: Paper;
  readonly settings: Settings;
  readonly findings: readonly Finding[];
  readonly work: CheckWork;
  /** What the next report starts from. */
  readonly memory: Memory;
}

interface Memory {
  readonly active: ActiveSettings;
  readonly outline: DigestedOutline;
  readonly byKey: ReadonlyMap<FullKey, KeyJudgement>;
  readonly sequences: readonly SequenceJudgement[];
}

interface KeyJudgement {
  readonly problems: readonly Judged[];
  /** Words whose presence was asked about. */
  readonly words: readonly string[];
}

interface Judged {
  readonly rule: ActiveRule;
  readonly problem: Problem;
  readonly finding: Finding;
}

interface SequenceJudgement {
  readonly rule: ActiveRule;
  readonly problem: Problem<IndexedPlace>;
  readonly finding: Finding;
}

interface Counter {
  blocks: number;
  keys: number;
  sequences: number;
}

/** The report of a paper; `previous` is one of an earlier version, of which what still holds is taken over. */
export function checkPaper(paper: Paper, settings: Settings, previous?: Report): Report {
  const active = settle(settings, frontMatterOf(paper));
  const before = previous?.memory.active === active ? previous : undefined;
  const work: Counter = { blocks: 0, keys: 0, sequences: 0 };
  const outline = outlineOf(paper, before?.memory.outline);
  const byKey = judgeKeys(paper, active, outline, before, work);
  const sequences = judgeSequences(paper, active, outline, before, work);
  const findings = [
    ...judgeBlocks(paper, active, work),
    ...joinGroups([...byKey.values()].flatMap((it) => it.problems)),
    ...sequences.map((it) => it.finding),
    ...judgeDetails(paper, active),
  ];
  return {
    paper,
    settings,
    findings: inOrder(paper, findings),
    work,
    memory: { active, outline, byKey, sequences },
  };
}

function inOrder(paper: Paper, findings: readonly Finding[]): Finding[] {
  const placed: { finding: Finding; at: number }[] = [];
  for (const finding of findings) {
    const start = blockStart(paper, finding.at.block);
    if (start) placed.push({ finding, at: start.offset + finding.at.span.start });
  }
  placed.sort(
    (a, b) =>
      a.at - b.at || compare(a.finding.rule, b.finding.rule) || compare(a.finding.message, b.finding.message),
  );
  return placed.map((it) => it.finding);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function contextOf(active: ActiveSettings, { options }: ActiveRule): RuleContext<never> {
  return { options: options as never, template: active.template, glossary: active.glossary };
}

function findingOf(rule: ActiveRule, problem: Problem): Finding {
  const { at, message, related = [], fixes = [] } = problem;
  return {
    rule: rule.rule.id,
    severity: lower(problem.severity, rule.severity),
    message,
    at,
    related,
    fixes,
  };
}

const ranks: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

function lower(asked: Severity | undefined, most: Severity): Severity {
  return asked !== undefined && ranks[asked] < ranks[most] ? asked : most;
}

// ---- block and neighbour ---------------------------------------------------------------------------------

interface BlockJudgement {
  readonly before: Block | undefined;
  readonly after: Block | undefined;
  readonly findings: readonly Finding[];
}

interface ChunkJudgement {
  readonly before: Block | undefined;
  readonly after: Block | undefined;
  readonly findings: readonly Finding[];
}

/** Per settings: what was found in a block, and in a chunk, beside these neighbours. */
const judgements = new WeakMap<
  ActiveSettings,
  { readonly blocks: WeakMap<Block, BlockJudgement>; readonly chunks: WeakMap<Chunk, ChunkJudgement> }
>();

function judgeBlocks(paper: Paper, active: ActiveSettings, work: Counter): Finding[] {
  const known = judgements.get(active) ?? { blocks: new WeakMap(), chunks: new WeakMap() };
  judgements.set(active, known);
  return paper.chunks.flatMap((chunk, i) => {
    const before = paper.chunks[i - 1]?.blocks.at(-1);
    const after = paper.chunks[i + 1]?.blocks[0];
    const judged = known.chunks.get(chunk);
    if (judged && judged.before === before && judged.after === after) return judged.findings;
    const findings = chunk.blocks.flatMap((block, j) =>
      judgeBlock(
        block,
        chunk.blocks[j - 1] ?? before,
        chunk.blocks[j + 1] ?? after,
        active,
        known.blocks,
        work,
      ),
    );
    known.chunks.set(chunk, { before, after, findings });
    return findings;
  });
}

function judgeBlock(
  block: Block,
  before: Block | undefined,
  after: Block | undefined,
  active: ActiveSettings,
  known: WeakMap<Block, BlockJudgement>,
  work: Counter,
): readonly Finding[] {
  const judged = known.get(block);
  const looksAside = active.rules.some(({ rule }) => rule.scope === "neighbour" && rule.applies(block));
  if (judged && (!looksAside || (judged.before === before && judged.after === after))) return judged.findings;
  work.blocks++;
  const findings: Finding[] = [];
  for (const it of active.rules) {
    const { rule } = it;
    const context = contextOf(active, it);
    if (rule.scope === "block") {
      for (const problem of rule.check(block, context)) findings.push(findingOf(it, problem));
    } else if (rule.scope === "neighbour" && rule.applies(block)) {
      for (const problem of rule.check(block, { before, after }, context))
        findings.push(findingOf(it, problem));
    }
  }
  known.set(block, { before, after, findings });
  return findings;
}

// ---- the paper's details ---------------------------------------------------------------------------------

function judgeDetails(paper: Paper, active: ActiveSettings): Finding[] {
  const frontMatter = frontMatterOf(paper);
  const block = paper.chunks[0]?.blocks.find(
    (it) => it.frontMatter === frontMatter || frontMatter === undefined,
  );
  if (!block) return [];
  return active.rules.flatMap((it) =>
    it.rule.scope === "details"
      ? [...it.rule.check(frontMatter, block, contextOf(active, it))].map((problem) => findingOf(it, problem))
      : [],
  );
}

// ---- keys ------------------------------------------------------------------------------------------------

const families: readonly KeyFamily[] = ["acronym", "expansion", "reference"];

function judgeKeys(
  paper: Paper,
  active: ActiveSettings,
  outline: DigestedOutline,
  before: Report | undefined,
  work: Counter,
): ReadonlyMap<FullKey, KeyJudgement> {
  const touched = before ? touchedKeys(paper, outline, before) : allKeys(paper);
  const byKey = new Map(before?.memory.byKey);
  for (const key of touched) {
    byKey.delete(key);
    const entries = entriesOf(paper, key);
    if (entries.length === 0) continue;
    work.keys++;
    const judgement = judgeKey(paper, active, outline, key, entries);
    if (judgement.problems.length > 0 || judgement.words.length > 0) byKey.set(key, judgement);
  }
  return byKey;
}

function judgeKey(
  paper: Paper,
  active: ActiveSettings,
  { outline }: DigestedOutline,
  full: FullKey,
  entries: Parameters<Extract<Rule, { scope: "key" }>["check"]>[1],
): KeyJudgement {
  const family = families.find((it) => full.startsWith(`${it} `)) ?? "acronym";
  const key = full.slice(family.length + 1);
  const words = new Set<string>();
  const problems: Judged[] = [];
  for (const it of active.rules) {
    if (it.rule.scope !== "key" || it.rule.family !== family) continue;
    const context: KeyContext<never> = {
      ...contextOf(active, it),
      outline,
      entries: (other) => (other === key ? entries : entriesOf(paper, fullKey(family, other))),
      says: (word) => {
        words.add(word);
        return paper.chunks.some((chunk) => chunk.blocks.some((block) => blockSays(block, word)));
      },
    };
    for (const problem of it.rule.check(key, entries, context)) {
      problems.push({ rule: it, problem, finding: findingOf(it, problem) });
    }
  }
  return { problems, words: [...words] };
}

/** The keys whose facts, or what they were judged by, differ from the earlier version. */
function touchedKeys(paper: Paper, outline: DigestedOutline, before: Report): Set<FullKey> {
  const changed = changedBlocks(before.paper.chunks, paper.chunks);
  const touched = new Set(changed.flatMap((block) => [...blockEntries(block).keys()]));
  for (const key of [...touched]) {
    // "ACES" may be the plural of "ACE", so each is judged with a look at the other.
    if (key.startsWith("acronym "))
      touched.add(key.endsWith("S") ? (key.slice(0, -1) as FullKey) : (`${key}S` as FullKey));
  }
  for (const [key, { words }] of before.memory.byKey) {
    if (words.some((word) => changed.some((block) => blockSays(block, word)))) touched.add(key);
  }
  for (const key of movedReferences(paper, outline, before)) touched.add(key);
  return touched;
}

/** The references whose target came, went, or was one of the others that a message names. */
function* movedReferences(paper: Paper, { outline }: DigestedOutline, before: Report): Generator<FullKey> {
  const old = before.memory.outline.outline;
  if (old === outline) return;
  for (const kind of labelKinds) {
    const [was, is] = [namesOf(old, kind), namesOf(outline, kind)];
    const began = (was.size === 0) !== (is.size === 0) || (old.tables === 0) !== (outline.tables === 0);
    for (const key of began ? allKeys(paper) : before.memory.byKey.keys()) {
      if (key.startsWith(`reference ${kind} `)) yield key;
    }
    for (const name of was) if (!is.has(name)) yield fullKey("reference", `${kind} ${name}`);
  }
}

/** The blocks of either version that the other has not, as far as the ends of both lists tell. */
function changedBlocks(a: readonly Chunk[], b: readonly Chunk[]): Block[] {
  const [oldChunks, newChunks] = differing(a, b);
  const [removed, added] = differing(
    oldChunks.flatMap((chunk) => chunk.blocks),
    newChunks.flatMap((chunk) => chunk.blocks),
  );
  return [...removed, ...added];
}

function differing<Item>(a: readonly Item[], b: readonly Item[]): [readonly Item[], readonly Item[]] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end])
    end++;
  return [a.slice(start, a.length - end), b.slice(start, b.length - end)];
}

function joinGroups(judged: readonly Judged[]): Finding[] {
  const findings: Finding[] = [];
  const groups = new Map<Block, Map<string, Judged[]>>();
  for (const it of judged) {
    const { group, at } = it.problem;
    if (group === undefined) {
      findings.push(it.finding);
      continue;
    }
    const byGroup = groups.get(at.block) ?? new Map<string, Judged[]>();
    groups.set(at.block, byGroup);
    const name = `${it.rule.rule.id} ${group}`;
    byGroup.set(name, [...(byGroup.get(name) ?? []), it]);
  }
  for (const byGroup of groups.values()) {
    for (const members of byGroup.values()) {
      const [first] = members;
      if (!first) continue;
      const ordered = members.map((it) => it.problem).sort((a, b) => a.at.span.start - b.at.span.start);
      findings.push(findingOf(first.rule, first.rule.rule.join?.(ordered) ?? first.problem));
    }
  }
  return findings;
}

// ---- sequences -------------------------------------------------------------------------------------------

function judgeSequences(
  paper: Paper,
  active: ActiveSettings,
  outline: DigestedOutline,
  before: Report | undefined,
  work: Counter,
): SequenceJudgement[] {
  if (before && before.memory.outline === outline) {
    return before.memory.sequences.flatMap((it) => settleProblem(paper, it.rule, it.problem));
  }
  const judged: SequenceJudgement[] = [];
  for (const it of active.rules) {
    if (it.rule.scope !== "sequence") continue;
    work.sequences++;
    for (const problem of it.rule.check(outline.outline, contextOf(active, it))) {
      judged.push(...settleProblem(paper, it, problem));
    }
  }
  return judged;
}

/** The problem with blocks in place of their indexes; nothing when one is not there, which an outline rules out. */
function settleProblem(paper: Paper, rule: ActiveRule, problem: Problem<IndexedPlace>): SequenceJudgement[] {
  let lost = false;
  const nowhere = paper.chunks[0]?.blocks[0];
  const place = ({ block: index, span }: IndexedPlace): Place => {
    const block = blockAt(paper, index);
    lost ||= block === undefined;
    return { block: block ?? (nowhere as Block), span };
  };
  const settledProblem: Problem = {
    at: place(problem.at),
    message: problem.message,
    ...(problem.severity && { severity: problem.severity }),
    related: problem.related?.map((it) => ({ at: place(it.at), message: it.message })) ?? [],
    fixes: problem.fixes?.map((fix) => settleFix(fix, place)) ?? [],
  };
  return lost ? [] : [{ rule, problem, finding: findingOf(rule, settledProblem) }];
}

function settleFix(fix: Fix<IndexedPlace>, place: (at: IndexedPlace) => Place): Fix {
  if (fix.kind !== "edit") return fix;
  return { ...fix, edits: fix.edits.map((edit) => ({ at: place(edit.at), text: edit.text })) };
}
