// The language server's program: the only file that knows of a process and its streams.

import { createConnection } from "vscode-languageserver/node";
import { nodeFiles } from "./node-files.js";
import { serve } from "./server.js";

const transport = /^--(?:stdio|node-ipc|socket|pipe)(?:=|$)/;
const isChosen = process.argv.slice(2).some((argument) => transport.test(argument));

// The pages lie beside the bundle's folder, in a checkout as in the extension; they are read without a network.
const rulePages = new URL("../docs/rules.md", import.meta.url).href;

serve(isChosen ? createConnection() : createConnection(process.stdin, process.stdout), {
  rulePages,
  files: nodeFiles,
});
