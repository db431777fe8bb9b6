// The language server's program: the only file that knows of a process and its streams.

import { createConnection } from "vscode-languageserver/node";
import { serve } from "./server.js";

const transport = /^--(?:stdio|node-ipc|socket|pipe)(?:=|$)/;
const isChosen = process.argv.slice(2).some((argument) => transport.test(argument));

serve(isChosen ? createConnection() : createConnection(process.stdin, process.stdout));
