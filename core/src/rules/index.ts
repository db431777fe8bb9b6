import type { Rule } from "../lint/rule.js";

/** Every rule, in the order of their ids. */
export const rules: readonly Rule[] = [];
