// Where links of a paper lead.

/** Whether VS Code itself opens such an address when somebody clicks on it in a page of an extension. */
export function isOpenedByEditor(href: string): boolean {
  return /^(?:https?|mailto):/i.test(href);
}
