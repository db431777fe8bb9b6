import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import {
  type Finding,
  type Fix,
  fixEdits,
  type Paper,
  positionAt,
  type Range,
  type TextEdit,
} from "@board-papers/core";
import type { ArtifactLocation, Location, Region, Fix as SarifFix } from "sarif";

/** What relative addresses in a log are relative to: for code scanning the root of the repository. */
export const baseName = "%SRCROOT%";

/** A file as SARIF names it: an address that is relative to the base, or absolute, or none for standard input. */
export function artifactOf(file: string): ArtifactLocation {
  if (file === "-") return { description: { text: "Standard input" } };
  if (isAbsolute(file)) return { uri: pathToFileURL(file).href };
  return {
    uri: file
      .replace(/\p{Cs}/gu, "\ufffd")
      .split("/")
      .map(encodeURIComponent)
      .join("/"),
    uriBaseId: baseName,
  };
}

/** A range of a file as a location. */
export function locationOf(artifactLocation: ArtifactLocation, range: Range): Location {
  return { physicalLocation: { artifactLocation, region: regionOf(range) } };
}

/** A range as lines and columns from 1; the end column is the one behind. */
function regionOf({ start, end }: Range): Region {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

/** The repairs of a finding that are a few edits. Renumbering touches the whole paper and is left to `fix`. */
export function fixesOf(paper: Paper, finding: Finding, artifact: ArtifactLocation): SarifFix[] {
  return finding.fixes.flatMap((fix) => {
    const edits = fix.kind === "edit" ? fixEdits(paper, finding, fix) : undefined;
    return edits?.length ? [fixOf(paper, fix, edits, artifact)] : [];
  });
}

function fixOf(
  paper: Paper,
  fix: Fix,
  edits: readonly TextEdit[],
  artifactLocation: ArtifactLocation,
): SarifFix {
  const replacements = edits.map(({ start, end, text }) => {
    const range = { start: positionAt(paper, start), end: positionAt(paper, end) };
    return { deletedRegion: regionOf(range), insertedContent: { text } };
  });
  return { description: { text: fix.title }, artifactChanges: [{ artifactLocation, replacements }] };
}
