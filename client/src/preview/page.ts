// The page that a preview's pane starts with: empty, and allowed to load just its own script, style and pictures.

import { Uri, type Webview } from "vscode";

/** Where the page's script and style are in the extension. */
export function pageFiles(extension: Uri): Uri {
  return Uri.joinPath(extension, "dist");
}

/** The HTML of the page. */
export function pageOf(webview: Webview, extension: Uri): string {
  const nonce = newNonce();
  const file = (name: string): string =>
    webview.asWebviewUri(Uri.joinPath(pageFiles(extension), name)).toString();
  // The style has the nonce, too: in a browser, the extension's files may lie at any address.
  const policy = [
    "default-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    `img-src ${webview.cspSource}`,
    `style-src 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
  ].join("; ");
  return `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Preview of the paper</title>
<link rel="stylesheet" nonce="${nonce}" href="${file("preview.css")}">
</head>
<body>
<section id="bar" aria-label="Findings">
<button id="previous" type="button" title="Previous finding (Shift+F8)" aria-label="Previous finding"></button>
<button id="next" type="button" title="Next finding (F8)" aria-label="Next finding"></button>
<span id="count"></span>
<span id="sentence"></span>
</section>
<main class="paper"></main>
<p id="notice" hidden></p>
<script nonce="${nonce}" src="${file("preview.js")}"></script>
</body>
</html>`;
}

function newNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
}
