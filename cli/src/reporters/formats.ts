import { github } from "./github.js";
import { json } from "./json.js";
import { junit } from "./junit.js";
import { ndjson } from "./ndjson.js";
import type { MakeReporter } from "./reporter.js";
import { sarif } from "./sarif.js";
import { stylish } from "./stylish.js";

/** The formats of `check`, by name. */
export const formats = { stylish, json, ndjson, sarif, github, junit } satisfies Record<string, MakeReporter>;
