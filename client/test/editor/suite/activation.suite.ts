import { expect } from "chai";
import { extensions } from "vscode";

describe("activation", () => {
  it("is there and not active", () => {
    expect(extensions.getExtension("board-papers.board-papers")?.isActive).to.equal(false);
  });
});
