// Judges by rules that look at all facts of one key: an acronym, an expansion, what a reference names. With the
// judgements of an earlier version at hand, only keys whose facts changed are judged again.

import type { Block } from "../paper/block.js";
import type { Chunk } from "../paper/chunk.js";
import { type DigestedOutline, namesOf } from "../paper/outline.js";
import type { Paper } from "../paper/paper.js";
import { labelKinds } from "../paper/references.js";
import { termIndex } from "../paper/terms.js";
import { differing } from "../text/differing.js";
import { hashOf } from "../text/hash.js";
import { contextOf, type Finding, findingOf, type WorkCounter } from "./finding.js";
import {
  allEntries,
  allKeys,
  allWords,
  blockEntries,
  blockSays,
  entriesOf,
  entriesOfAll,
  type FullKey,
  fullKey,
} from "./keys.js";
import { nearAcronyms } from "./near-acronyms.js";
import { nearFinder } from "./near-words.js";
import type { KeyContext, KeyEntry, KeyFamily, NearAcronym, Problem } from "./rule.js";
import type { ActiveRule, ActiveSettings } from "./settings.js";
import { usesTerm } from "./term-keys.js";

/** What was found for a key, and the words whose presence was asked about. */
export interface KeyJudgement {
  readonly problems: readonly JudgedProblem[];
  readonly words: readonly string[];
}

interface JudgedProblem {
  readonly rule: ActiveRule;
  readonly problem: Problem;
  readonly finding: Finding;
}

/** What was judged for an earlier version. */
interface EarlierKeys {
  readonly paper: Paper;
  readonly outline: DigestedOutline;
  readonly byKey: ReadonlyMap<FullKey, KeyJudgement>;
}

const families: readonly KeyFamily[] = ["acronym", "expansion", "reference", "figure", "sentence", "term"];

/** The judgements of all keys with problems, or whose judgement hangs on words. */
export function judgeKeys(
  paper: Paper,
  active: ActiveSettings,
  outline: DigestedOutline,
  before: EarlierKeys | undefined,
  work: WorkCounter,
): ReadonlyMap<FullKey, KeyJudgement> {
  // The first time all facts are gathered; later, those of the touched keys, and what their rules ask for beside.
  const gathered: ReadonlyMap<FullKey, readonly KeyEntry[]> = before
    ? entriesOfAll(paper, touchedKeys(paper, outline, before))
    : allEntries(paper);
  const said = before ? undefined : allWords(paper);
  const says = (word: string): boolean =>
    (said?.has(hashOf(word)) ?? true) &&
    paper.chunks.some((chunk) => chunk.blocks.some((block) => blockSays(block, word)));
  const look = (key: FullKey): readonly KeyEntry[] =>
    gathered.get(key) ?? (before ? entriesOf(paper, key) : []);
  const byKey = new Map(before?.byKey);
  for (const [key, entries] of gathered) {
    byKey.delete(key);
    if (!isWorthAsking(key, entries)) {
      // A term that is spelled in one way is kept in mind, for another block may come to spell it in another.
      if (isTerm(key) && entries.length > 0) byKey.set(key, nothingFound);
      continue;
    }
    work.keys++;
    const judgement = judgeKey(active, outline, key, { look, says, near: (it) => nearAcronyms(paper, it) });
    if (isTerm(key) || judgement.problems.length > 0 || judgement.words.length > 0) byKey.set(key, judgement);
  }
  return byKey;
}

const nothingFound: KeyJudgement = { problems: [], words: [] };

/** Whether rules can have something to say of a key: a sentence that stands twice, a term that is spelled in two ways. */
function isWorthAsking(key: FullKey, entries: readonly KeyEntry[]): boolean {
  if (key.startsWith("sentence ")) return entries.length > 1;
  if (!isTerm(key)) return entries.length > 0;
  const forms = new Set(entries.flatMap((it) => (it.kind === "term" ? [it.use.form] : [])));
  return forms.size > 1;
}

function isTerm(key: FullKey): boolean {
  return key.startsWith(term);
}

const term = "term ";

/** What a key's check may ask of the paper. */
interface Asked {
  readonly look: (key: FullKey) => readonly KeyEntry[];
  readonly says: (word: string) => boolean;
  readonly near: (key: string) => readonly NearAcronym[];
}

function judgeKey(
  active: ActiveSettings,
  { outline }: DigestedOutline,
  full: FullKey,
  { look, says, near }: Asked,
): KeyJudgement {
  const family = families.find((it) => full.startsWith(`${it} `)) ?? "acronym";
  const words = new Set<string>();
  const problems: JudgedProblem[] = [];
  for (const it of active.rules) {
    if (it.rule.scope !== "key" || !it.rule.families.includes(family)) continue;
    const context: KeyContext<never> = {
      ...contextOf(active, it),
      family,
      outline,
      entries: (other) => look(fullKey(family, other)),
      near,
      says: (word) => {
        words.add(word);
        return says(word);
      },
    };
    for (const problem of it.rule.check(full.slice(family.length + 1), look(full), context)) {
      problems.push({ rule: it, problem, finding: findingOf(it, problem) });
    }
  }
  return { problems, words: [...words] };
}

const acronym = "acronym ";

/** The keys whose facts, or what they were judged by, differ from the earlier version. */
function touchedKeys(paper: Paper, outline: DigestedOutline, before: EarlierKeys): Set<FullKey> {
  const changed = changedBlocks(before.paper.chunks, paper.chunks);
  const touched = new Set(
    changed.flatMap((block) => [
      ...blockEntries(block).keys(),
      ...[...termIndex(block).keys].map((key) => fullKey("term", key)),
    ]),
  );
  for (const key of [...touched]) {
    // "ACES" may be the plural of "ACE", so each is judged with a look at the other.
    if (key.startsWith(acronym)) touched.add((key.endsWith("S") ? key.slice(0, -1) : `${key}S`) as FullKey);
  }
  const acronyms = [...touched].flatMap((it) => (it.startsWith(acronym) ? [it.slice(acronym.length)] : []));
  const near = nearFinder(acronyms);
  const isNear = (key: FullKey): boolean =>
    acronyms.length > 0 && key.startsWith(acronym) && near(key.slice(acronym.length)).length > 0;
  for (const [key, { words }] of before.byKey) {
    if (isNear(key)) touched.add(key);
    if (isTerm(key) && changed.some((block) => usesTerm(block, key.slice(term.length)))) touched.add(key);
    if (words.some((word) => changed.some((block) => blockSays(block, word)))) touched.add(key);
  }
  for (const key of movedReferences(paper, outline, before)) touched.add(key);
  return touched;
}

/** The references whose target came, went, or was one of the others that a message names. */
function* movedReferences(
  paper: Paper,
  { outline }: DigestedOutline,
  before: EarlierKeys,
): Generator<FullKey> {
  const old = before.outline.outline;
  if (old === outline) return;
  for (const kind of labelKinds) {
    const [was, is] = [namesOf(old, kind), namesOf(outline, kind)];
    const began =
      (was.size === 0) !== (is.size === 0) || (old.tables.length === 0) !== (outline.tables.length === 0);
    for (const key of began ? allKeys(paper) : before.byKey.keys()) {
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

/** The findings of judgements; problems of one block and one group become one. */
export function joinGroups(judgements: Iterable<KeyJudgement>): Finding[] {
  const findings: Finding[] = [];
  const groups = new Map<Block, Map<string, JudgedProblem[]>>();
  for (const { problems } of judgements) {
    for (const it of problems) {
      const { group, at } = it.problem;
      if (group === undefined) {
        findings.push(it.finding);
        continue;
      }
      const byGroup = groups.get(at.block) ?? new Map<string, JudgedProblem[]>();
      groups.set(at.block, byGroup);
      const name = `${it.rule.rule.id} ${group}`;
      const members = byGroup.get(name);
      if (members) members.push(it);
      else byGroup.set(name, [it]);
    }
  }
  for (const byGroup of groups.values())
    for (const members of byGroup.values()) findings.push(...join(members));
  return findings;
}

/** The finding for a group, by the first of its problems: the same one for as long as they are the same. */
const joined = new WeakMap<
  JudgedProblem,
  { readonly members: readonly JudgedProblem[]; readonly finding: Finding }
>();

function join(group: readonly JudgedProblem[]): Finding[] {
  const members = [...group].sort((a, b) => a.problem.at.span.start - b.problem.at.span.start);
  const [first] = members;
  if (!first) return [];
  const known = joined.get(first);
  if (known?.members.length === members.length && members.every((it, i) => it === known.members[i]))
    return [known.finding];
  const problems = members.map((it) => it.problem);
  const finding = findingOf(first.rule, first.rule.rule.join?.(problems) ?? first.problem);
  joined.set(first, { members, finding });
  return [finding];
}
