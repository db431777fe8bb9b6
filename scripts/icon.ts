// Makes docs/images/icon.png from icon.svg beside it. Needs a Chromium on the path (or in CHROMIUM).

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const size = 128;
const images = fileURLToPath(new URL("../docs/images/", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "board-papers-"));
try {
  const page = join(folder, "icon.html");
  writeFileSync(page, html(readFileSync(join(images, "icon.svg"), "utf8")));
  const { status, stdout, stderr } = spawnSync(
    process.env.CHROMIUM ?? "chromium",
    [
      ...["--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=5000"],
      ...[`--user-data-dir=${join(folder, "profile")}`, "--dump-dom", `file://${page}`],
    ],
    { encoding: "utf8" },
  );
  const [, data] = /data:image\/png;base64,([^<]+)/.exec(stdout) ?? [];
  if (status !== 0 || data === undefined) throw new Error(`Chromium did not draw the icon: ${stderr}`);
  writeFileSync(join(images, "icon.png"), Buffer.from(data, "base64"));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** A page that draws the picture, and says as text what it has drawn. */
function html(svg: string): string {
  return `<!doctype html><body><script>
    const image = new Image();
    image.onload = () => {
      const canvas = Object.assign(document.createElement("canvas"), { width: ${size}, height: ${size} });
      canvas.getContext("2d").drawImage(image, 0, 0, ${size}, ${size});
      document.body.textContent = canvas.toDataURL();
    };
    image.src = "data:image/svg+xml," + encodeURIComponent(${JSON.stringify(svg)});
  </script></body>`;
}
