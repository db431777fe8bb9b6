import type { Editor } from "./editor.js";

export async function desktopEditor(executable: string | undefined): Promise<Editor> {
  throw new Error(`not yet ${executable}`);
}
