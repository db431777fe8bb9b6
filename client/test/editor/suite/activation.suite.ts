// Each test goes on where the one before it ended: what is loaded stays loaded.

import { expect } from "chai";
import { commands, extensions, languages, Uri } from "vscode";
import { servers } from "#servers";
import { eventually, findingsOf, folderOf, show, useFiles } from "./support.js";

const extension = extensions.getExtension("board-papers.board-papers");

describe("activation", () => {
  const files = useFiles();

  it("waits for something to do", () => {
    expect(extension?.isActive).to.equal(false);
  });

  it("is not brought about by text", async () => {
    const { languageId, uri } = await files.open("minutes.txt", "1. Apologies\n\n3. Minutes\n");
    // The editor asks the extension host about the document, and has told it of the document before.
    await commands.executeCommand("vscode.executeDocumentSymbolProvider", uri);
    expect(languageId).to.equal("plaintext");
    expect(extension?.isActive).to.equal(false);
  });

  it("loads but a small part for Markdown that is no paper", async () => {
    const notes = await show(Uri.joinPath(folderOf("northshire"), "notes.md"));
    await eventually("an active extension", () => extension?.isActive || undefined);
    const readme = await show(Uri.joinPath(folderOf("northshire"), "README.md"));
    await commands.executeCommand("vscode.executeCodeActionProvider", readme.uri, readme.lineAt(0).range);
    expect([notes.languageId, readme.languageId]).to.deep.equal(["markdown", "markdown"]);
    expect([servers.started, servers.isClientLoaded ?? false]).to.deep.equal([0, false]);
  });

  it("starts the server for a paper, and says nothing of other Markdown", async () => {
    const notes = await show(Uri.joinPath(folderOf("northshire"), "notes.md"));
    const agenda = await show(Uri.joinPath(folderOf("northshire"), "agenda.md"));
    const paper = await files.open("new.paper.md", "1. The meeting opened.\n\n3. It closed.\n");
    expect(paper.languageId).to.equal("board-paper");
    await eventually("a finding", () => findingsOf(paper.uri)[0]);
    expect([servers.started, servers.isClientLoaded ?? true]).to.deep.equal([1, true]);
    for (const { languageId, uri } of [notes, agenda]) {
      expect(languageId).to.equal("markdown");
      expect(languages.getDiagnostics(uri)).to.deep.equal([]);
    }
  });

  it("needs no second server for another paper", async () => {
    const paper = await files.open("another.paper.md", "1. The meeting opened.\n\n3. It closed.\n");
    await eventually("a finding", () => findingsOf(paper.uri)[0]);
    expect([servers.started, servers.running]).to.deep.equal([1, 1]);
  });

  it("gives every command of the manifest", async () => {
    const { contributes } = (extension?.packageJSON ?? {}) as Manifest;
    const known = new Set(await commands.getCommands(true));
    expect(contributes.commands.map(({ command }) => command).filter((it) => !known.has(it))).to.deep.equal(
      [],
    );
    expect(contributes.commands).to.have.length.above(5);
  });
});

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}
