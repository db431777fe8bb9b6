// The language server's program in a Web Worker: the only file that knows of one. It has no files and no pages of its
// own; the client supplies both.

import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import { serve } from "./server.js";

/** The worker, as far as it is used here; the compiler is not told of browsers. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0] & { close(): void };

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
connection.onExit(() => self.close());
serve(connection, {});
