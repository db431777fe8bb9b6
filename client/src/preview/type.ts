/** What the manifest and VS Code know panes with a preview by. */
export const previewType = "boardPapers.preview";
