import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import { type Finding, type Fix, type Paper, type Range, rangeOf } from "@board-papers/core";
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
  return finding.fixes.flatMap((fix) => fixOf(paper, fix, artifact) ?? []);
}

function fixOf(paper: Paper, fix: Fix, artifactLocation: ArtifactLocation): SarifFix | undefined {
  if (fix.kind !== "edit") return undefined;
  const replacements = fix.edits.flatMap(({ at, text }) => {
    const range = rangeOf(paper, at);
    return range ? [{ deletedRegion: regionOf(range), insertedContent: { text } }] : [];
  });
  if (replacements.length === 0 || replacements.length < fix.edits.length) return undefined;
  return { description: { text: fix.title }, artifactChanges: [{ artifactLocation, replacements }] };
}
