// Which addresses a paper may point to. Papers are written by others.

/** The kinds of address that a link may lead to. */
export const linkProtocols = ["http", "https", "mailto", "tel"] as const;

/** Whether an address is relative and stays inside the paper's folder: what pictures may have. */
export function isInnerAddress(url: string): boolean {
  const path = url.replace(/[?#].*$/s, "");
  if (path === "" || /^[/\\]|[\\:]/.test(path) || hasControls(path)) return false;
  let depth = 0;
  for (const part of decode(path).split(/[/\\]/)) {
    if (part === "..") depth--;
    else if (part !== "." && part !== "") depth++;
    if (depth < 0) return false;
  }
  return !/[\\:]/.test(decode(path));
}

/** An address that a link may lead to, or `undefined`. */
export function linkAddress(url: string): string | undefined {
  const trimmed = url.trim();
  if (trimmed === "" || /^#/.test(trimmed) || trimmed.includes("\\") || hasControls(trimmed))
    return undefined;
  const scheme = /^[^/?#]*?:/.exec(trimmed)?.[0].slice(0, -1).toLowerCase();
  if (scheme === undefined) return trimmed;
  return (linkProtocols as readonly string[]).includes(scheme) ? trimmed : undefined;
}

/** Browsers drop tabs and line ends from addresses, so that `java\tscript:` would be a scheme. */
function hasControls(text: string): boolean {
  return /\p{Cc}/u.test(text);
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
