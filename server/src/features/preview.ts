// What a paper looks like, for those who watch it: rendered when somebody asks, and told as what has changed.

import {
  type Finding,
  type Paper,
  type RenderedBlock,
  type Rendering,
  rangeOf,
  renderPaper,
} from "@board-papers/core";
import { changesBetween } from "../preview-changes.js";
import {
  type PreviewBlock,
  type PreviewChangedParams,
  type PreviewChanges,
  type PreviewFinding,
  type PreviewParams,
  previewChangedMethod,
  previewMethod,
} from "../protocol.js";
import type { CheckedPaper, Session } from "../session.js";
import type { Feature } from "./feature.js";

/** How long after a change the client is told of it, in ms: what was asked about the change itself comes first. */
const rest = 30;

/** The previews of papers. */
export const preview: Feature = {
  capabilities: () => ({}),
  register(session) {
    const { connection, documents, configs, schedule } = session;
    const watched = new Map<string, Watched>();
    let renderings = 0;
    const answer = session.atPaper<PreviewParams, PreviewChanges | null>(null, (document, params) => {
      const known = watched.get(document.uri);
      const current = session.check(document);
      const shown =
        known?.shown && isOf(known.shown, current, params)
          ? known.shown
          : show(session, current, params, { before: known?.shown, count: ++renderings });
      watched.set(document.uri, { shown });
      const since = known?.shown && known.shown.resultId === params.previous ? known.shown : undefined;
      const { resultId, blocks } = shown;
      const changes = changesBetween(since?.blocks ?? [], blocks);
      return { resultId, version: document.version, since: since?.resultId ?? null, ...changes };
    });
    connection.onRequest(previewMethod, async (params: PreviewParams, token) => {
      // Messages that are here already, such as edits and a request for findings, go first.
      await new Promise((resolve) => setTimeout(resolve));
      const changes = await answer(params, token);
      // It may become a paper.
      if (!changes) watched.set(params.textDocument.uri, {});
      return changes;
    });
    const tell = (uri: string): void => {
      const known = watched.get(uri);
      if (!known || known.isOutdated) return;
      watched.set(uri, { ...known, isOutdated: true });
      schedule.later(`preview of ${uri}`, rest, () => {
        const params: PreviewChangedParams = { uri };
        return connection.sendNotification(previewChangedMethod, params);
      });
    };
    documents.onDidChangeContent(({ document }) => tell(document.uri));
    documents.onDidClose(({ document }) => watched.delete(document.uri));
    configs.onDidChangeTerms((uris) => uris.forEach(tell));
  },
};

/** A paper whose preview somebody has asked for. */
interface Watched {
  /** What was told last; nothing of what was no paper. */
  readonly shown?: Shown;
  /** Whether it is being told that this may have changed. */
  readonly isOutdated?: boolean;
}

/** A rendering as it was told. */
interface Shown {
  readonly resultId: string;
  readonly rendering: Rendering;
  /** The address of the paper's folder for pictures. */
  readonly images: string | undefined;
  readonly blocks: readonly PreviewBlock[];
}

/** Whether a paper would be rendered just so again. */
function isOf({ rendering, images }: Shown, { report }: CheckedPaper, params: PreviewParams): boolean {
  return rendering.report === report && images === params.images;
}

function show(
  session: Session,
  { document, report, resultId }: CheckedPaper,
  { images }: PreviewParams,
  { before, count }: { readonly before: Shown | undefined; readonly count: number },
): Shown {
  const { paper } = document;
  const same = before?.images === images ? before?.rendering.options : undefined;
  const options = same ?? { findings: true, imageUrl: pictureIn(images) };
  const rendering = renderPaper(paper, report, session.settings(document), options, before?.rendering);
  const blocks = rendering.blocks.map((block) => toPreviewBlock(paper, block));
  return { resultId: `${resultId}-${count}`, rendering, images, blocks };
}

/** Addresses of pictures, which are asked for only of what lies in the folder. */
function pictureIn(folder: string | undefined): (src: string) => string | undefined {
  return (src) => (folder === undefined ? undefined : `${folder.replace(/\/$/, "")}/${src.trim()}`);
}

function toPreviewBlock(paper: Paper, block: RenderedBlock): PreviewBlock {
  const { id, html, within, startLine, lineCount } = block;
  const findings = block.findings.map((it) => toPreviewFinding(paper, it, startLine));
  return { id, html, within, startLine, lineCount, findings };
}

function toPreviewFinding(paper: Paper, finding: Finding, startLine: number): PreviewFinding {
  const { rule, severity, message } = finding;
  const start = rangeOf(paper, finding.at)?.start ?? { line: startLine, character: 0 };
  return { rule, severity, message, line: start.line - startLine, character: start.character };
}
