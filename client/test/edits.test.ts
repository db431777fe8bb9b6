/** Edits on their way from the server into the editor: those that come too late, and those that it does not take. */

import type { AcronymAnswer, RenumberResult, UnexplainedAcronym } from "@board-papers/server/protocol";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { WorkspaceEdit } from "vscode";
import type { WorkspaceEdit as ServerEdit } from "vscode-languageclient";
import { apply } from "../src/apply.js";
import { run as explain } from "../src/commands/explain-acronyms.js";
import { run as renumber } from "../src/commands/renumber.js";
import type { Server } from "../src/server.js";

const paper = "file:///team/board/may.paper.md";
const config = "file:///team/board-paper.yaml";

/** What the editor has, does when it is asked, and was told. */
const editor = vi.hoisted(() => {
  const initial = {
    /** The versions of the documents that are open, by their addresses. */
    open: new Map<string, number>(),
    unsaved: new Set<string>(),
    takesEdits: true,
    saves: true,
    /** Chooses from a list; what is chosen is answered, and an absent answer puts the list aside. */
    choose: (items: readonly { readonly label: string }[]): unknown => items[0],
    made: [] as string[][],
    saved: [] as string[],
    told: [] as string[],
  };
  const make = (): typeof initial => ({
    ...initial,
    open: new Map(),
    unsaved: new Set(),
    made: [],
    saved: [],
    told: [],
  });
  return { now: make(), make };
});

vi.mock("vscode", () => {
  const uriOf = (address: string): object => {
    const { protocol, pathname } = new URL(address);
    return { scheme: protocol.slice(0, -1), path: pathname, toString: () => address };
  };
  class Edit {
    readonly changes = new Map<string, object[]>();
    entries(): unknown[] {
      return [...this.changes].map(([address, edits]) => [uriOf(address), edits]);
    }
    replace(uri: object, range: object, newText: string): void {
      this.changes.set(String(uri), [...(this.changes.get(String(uri)) ?? []), { range, newText }]);
    }
    insert(): void {}
  }
  class Place {}
  const document = (address: string): object => ({
    uri: uriOf(address),
    version: editor.now.open.get(address),
    isDirty: editor.now.unsaved.has(address),
    languageId: "board-paper",
    save: async () => {
      editor.now.saved.push(address);
      return editor.now.saves;
    },
  });
  return {
    Position: Place,
    Range: Place,
    Location: Place,
    QuickPickItemKind: { Separator: -1 },
    TextEditorRevealType: { InCenterIfOutsideViewport: 2 },
    Uri: { parse: uriOf },
    WorkspaceEdit: Edit,
    commands: {},
    window: {
      get activeTextEditor() {
        const [address = ""] = editor.now.open.keys();
        return { document: document(address), selection: { active: { line: 11, character: 0 } } };
      },
      showQuickPick: async (items: readonly { readonly label: string }[]) => editor.now.choose(items),
      showInputBox: async () => "Words",
      showInformationMessage: async (message: string) => void editor.now.told.push(message),
      showWarningMessage: async (message: string) => void editor.now.told.push(message),
    },
    workspace: {
      get textDocuments() {
        return [...editor.now.open.keys()].map(document);
      },
      async applyEdit(edit: Edit) {
        if (editor.now.takesEdits) editor.now.made.push([...edit.changes.keys()]);
        return editor.now.takesEdits;
      },
      openTextDocument: async (uri: object) => document(String(uri)),
    },
  };
});

beforeEach(() => {
  editor.now = editor.make();
  editor.now.open.set(paper, 7);
});

/** An edit of documents that have these versions. */
function editOf(versions: Readonly<Record<string, number | null>>): ServerEdit {
  const range = { start: { line: 11, character: 0 }, end: { line: 11, character: 1 } };
  return {
    documentChanges: Object.entries(versions).map(([uri, version]) => {
      return { textDocument: { uri, version }, edits: [{ range, newText: "2" }] };
    }),
  };
}

/** A server that gives one answer after the other; errors are refusals. */
function serverWith(...answers: readonly unknown[]): Server {
  const left = [...answers];
  const server: Pick<Server, "request" | "toEdit"> = {
    async request<Result>() {
      const answer = left.shift();
      if (answer instanceof Error) throw answer;
      return answer as Result;
    },
    async toEdit({ documentChanges = [] }) {
      const vscode = await import("vscode");
      const edit: WorkspaceEdit = new vscode.WorkspaceEdit();
      for (const change of documentChanges)
        if ("textDocument" in change)
          edit.replace(vscode.Uri.parse(change.textDocument.uri), new vscode.Range(0, 0, 0, 1), "2");
      return edit;
    },
  };
  return server as Server;
}

describe("an edit", () => {
  test("of the text that the editor has is made", async () => {
    await apply(serverWith(), editOf({ [paper]: 7, [config]: null }));
    expect(editor.now.made).toEqual([[paper, config]]);
    expect(editor.now.saved).toEqual([config]);
  });

  test.each([
    ["an older text of the paper", { [paper]: 6, [config]: null }, "The paper has changed meanwhile"],
    ["an older configuration", { [paper]: 7, [config]: 2 }, "board-paper.yaml has changed meanwhile"],
    ["a text that is no longer open", { "file:///june.md": 1 }, "The paper has changed meanwhile"],
  ])("of %s is not made", async (_, versions, message) => {
    editor.now.open.set(config, 3);
    await expect(apply(serverWith(), editOf(versions))).rejects.toThrow(message);
    expect(editor.now.made).toEqual([]);
    expect(editor.now.saved).toEqual([]);
  });

  test("is not made where the author types while it is converted", async () => {
    const server = serverWith();
    const convert = server.toEdit;
    server.toEdit = async (edit) => {
      const converted = await convert(edit);
      editor.now.open.set(paper, 8);
      return converted;
    };
    await expect(apply(server, editOf({ [paper]: 7 }))).rejects.toThrow("The paper has changed meanwhile");
    expect(editor.now.made).toEqual([]);
  });

  test("that the editor does not take is told of", async () => {
    editor.now.takesEdits = false;
    await expect(apply(serverWith(), editOf({ [paper]: 7, [config]: null }))).rejects.toThrow(
      "The editor could not change may.paper.md and board-paper.yaml.",
    );
    expect(editor.now.saved).toEqual([]);
  });

  test("that cannot be saved is told of", async () => {
    editor.now.saves = false;
    await expect(apply(serverWith(), editOf({ [config]: null }))).rejects.toThrow("could not be saved");
    expect(editor.now.made).toEqual([[config]]);
  });

  test("of a file with changes of its own is left to its author to save", async () => {
    editor.now.open.set(config, 3);
    editor.now.unsaved.add(config);
    await apply(serverWith(), editOf({ [config]: 3 }));
    expect(editor.now.made).toEqual([[config]]);
    expect(editor.now.saved).toEqual([]);
  });
});

describe("a renumbering", () => {
  const left = [
    { range: { start: { line: 1, character: 0 }, end: { line: 1, character: 1 } }, message: "M." },
  ];
  const whole: RenumberResult = { edit: editOf({ [paper]: 7 }), left };
  const nothing: RenumberResult = { edit: null, left: [] };
  const onlyThis: RenumberResult = { edit: editOf({ [paper]: 7, [config]: null }), left: [] };

  test("is made, and what is left is told", async () => {
    await renumber(serverWith(whole, nothing, nothing));
    expect(editor.now.made).toEqual([[paper]]);
    expect(editor.now.told).toEqual(["1 reference is left to check. M."]);
  });

  test("of the whole paper is made where the cursor is in no numbered paragraph", async () => {
    const refusal = new Error("There is no numbered paragraph here.");
    await renumber(serverWith(whole, refusal, refusal));
    expect(editor.now.made).toEqual([[paper]]);
    await expect(renumber(serverWith(refusal))).rejects.toThrow(refusal);
  });

  test("of a copy that nobody checks is not made", async () => {
    editor.now.open = new Map([["git:///team/board/may.paper.md", 7]]);
    await renumber(serverWith(whole, nothing, nothing));
    expect(editor.now.made).toEqual([]);
    expect(editor.now.told).toEqual(["This is not the board paper itself. Open its file first."]);
  });

  test("that the author discards is no mistake", async () => {
    editor.now.takesEdits = false;
    await renumber(serverWith(whole, nothing, nothing));
    expect(editor.now.told).toEqual([]);
  });

  test("of a text that changes while its author chooses is not shown", async () => {
    editor.now.choose = (items) => {
      editor.now.open.set(paper, 8);
      return items[0];
    };
    await expect(renumber(serverWith(whole, nothing, onlyThis))).rejects.toThrow("has changed meanwhile");
    expect(editor.now.made).toEqual([]);
  });
});

describe("answers about acronyms", () => {
  const range = { start: { line: 11, character: 4 }, end: { line: 11, character: 7 } };
  const acronyms: UnexplainedAcronym[] = ["VRU", "OPCC"].map((short) => ({ short, uses: 1, range }));

  test.each<[AcronymAnswer["short"][], string[]]>([
    [[], []],
    [["VRU"], ["VRU was left out: by now it is explained, or no longer used."]],
    [["VRU", "OPCC"], ["VRU and OPCC were left out: by now they are explained, or no longer used."]],
  ])("that are left out are told of: %j", async (left, told) => {
    const edit = left.length < acronyms.length ? editOf({ [paper]: 7 }) : null;
    await explain(serverWith(acronyms, { edit, left }), { uri: paper });
    expect(editor.now.made).toEqual(edit ? [[paper]] : []);
    expect(editor.now.told).toEqual(told);
  });
});
