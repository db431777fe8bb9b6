import { isPaperText } from "../document.js";
import { type IsPaperParams, isPaperMethod } from "../protocol.js";
import type { Feature } from "./feature.js";

/** Tells a client that opens papers only with the server which documents are papers. */
export const adoption: Feature = {
  capabilities: () => ({}),
  register(session) {
    session.connection.onRequest(
      isPaperMethod,
      session.asked(async ({ uri, text }: IsPaperParams): Promise<boolean> => {
        // Nobody tells of changes to files that count for no open paper.
        await session.configs.reload(uri);
        return isPaperText({ uri, languageId: "markdown" }, text, await session.configs.termsThere(uri));
      }),
    );
  },
};
