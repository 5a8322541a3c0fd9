// An XForm as Enketo draws it. Its transformer wants a browser, or a native library that runs on install.
import * as esbuild from "esbuild";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { execFileSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const script = (xform) => `
  import { transform } from "enketo-transformer/web";
  transform({ xform: ${JSON.stringify(xform)} }).then(({ form, model }) => {
    document.body.textContent = encodeURIComponent(JSON.stringify({ form, model }));
  });`;

/** The HTML of the form and the XML of its model. */
export async function transformed(xform, resolveDir) {
  const { outputFiles } = await esbuild.build({
    stdin: { contents: script(xform), resolveDir },
    bundle: true, write: false, logLevel: "error",
    external: ["libxslt"],
  });
  const folder = await mkdtemp(join(tmpdir(), "enketo-"));
  try {
    const page = join(folder, "page.html");
    await writeFile(join(folder, "page.js"), outputFiles[0].contents);
    await writeFile(page, '<!DOCTYPE html><meta charset="utf-8"><body><script src="page.js"></script></body>');
    const html = execFileSync("chromium", [
      "--headless", "--no-sandbox", `--user-data-dir=${join(folder, "profile")}`, "--virtual-time-budget=20000",
      "--dump-dom", pathToFileURL(page).href,
    ], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"], maxBuffer: 1 << 26 });
    return JSON.parse(decodeURIComponent(html.match(/<body>([^<]+)<\/body>/)[1].trim()));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
