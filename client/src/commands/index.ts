import type { Command } from "./command.js";
import * as makeSafeRepairs from "./make-safe-repairs.js";
import * as openRule from "./open-rule.js";
import * as restartServer from "./restart-server.js";
import * as showFindings from "./show-findings.js";
import * as showLog from "./show-log.js";

/** Every command of the extension. */
export const commands: readonly Command[] = [makeSafeRepairs, openRule, restartServer, showFindings, showLog];
