// A terminal's text as a page, for the picture of what a command prints.

const lineHeight = 22;

/** What the eight ANSI colours look like on a dark terminal. */
const colours: Readonly<Record<string, string>> = {
  31: "#ff7b72",
  32: "#7ee787",
  33: "#e3b341",
  34: "#79c0ff",
  35: "#d2a8ff",
  36: "#76e3ea",
  90: "#8b949e",
};

/** A page of HTML that shows a terminal in which a command was given and printed text, with its ANSI colours. */
export function terminalPage(command: string, printed: string): string {
  return `<!doctype html><meta charset="utf-8"><style>
    body { margin: 0; padding: 24px; width: max-content; background: #f6f8fa; }
    .window { background: #0d1117; border-radius: 10px; padding: 14px 22px 20px; }
    .bar { color: #8b949e; font: 13px sans-serif; padding-bottom: 10px; }
    pre { margin: 0; color: #e6edf3; font: 14px/${lineHeight}px "DejaVu Sans Mono", monospace; }
  </style><div class="window"><div class="bar">$ ${escapeHtml(command)}</div><pre>${spans(printed)}</pre></div>`;
}

/** Terminal text with its colours as HTML. */
function spans(text: string): string {
  let style = { colour: "", bold: false, dim: false };
  let out = "";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ANSI sequences start with the escape character.
  for (const part of text.split(/(\u001b\[[\d;]*m)/)) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: as above.
    const codes = /^\u001b\[([\d;]*)m$/.exec(part)?.[1];
    if (codes === undefined) {
      const css = [
        style.colour && `color:${style.colour}`,
        style.bold && "font-weight:bold",
        style.dim && "opacity:.6",
      ];
      out += `<span style="${css.filter(Boolean).join(";")}">${escapeHtml(part)}</span>`;
    } else for (const code of codes.split(";")) style = apply(style, code);
  }
  return out;
}

function apply<Style extends { colour: string; bold: boolean; dim: boolean }>(
  style: Style,
  code: string,
): Style {
  if (code === "0" || code === "") return { ...style, colour: "", bold: false, dim: false };
  if (code === "1") return { ...style, bold: true };
  if (code === "2") return { ...style, dim: true };
  if (code === "22") return { ...style, bold: false, dim: false };
  if (code === "39") return { ...style, colour: "" };
  return colours[code] === undefined ? style : { ...style, colour: colours[code] };
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
