import type { Rule } from "../lint/rule.js";
import type { RuleSetting } from "../lint/settings.js";
import type { ConfigContent } from "./schema.js";

/** The settings of rules, which the file writes with severity and options side by side. */
export function ruleSettings(
  entries: ConfigContent["rules"],
  rules: readonly Rule[],
): Record<string, RuleSetting> {
  const settings = Object.entries(entries ?? {}).flatMap(([id, entry]): [string, RuleSetting][] => {
    if (entry === undefined) return [];
    if (typeof entry === "string") return [[id, { severity: entry }]];
    const { severity, ...options } = entry;
    const table = rules.find((it) => it.id === id)?.options ?? {};
    const values = Object.entries(options).map(([name, value]) => [
      name,
      typeof table[name]?.default === "number" ? Number(value) : value,
    ]);
    return [
      [
        id,
        {
          ...(severity !== undefined && { severity }),
          ...(values.length > 0 && { options: Object.fromEntries(values) }),
        },
      ],
    ];
  });
  return Object.fromEntries(settings);
}
