// `node bundle.mjs TOOL FOLDER`: a page for each peer below FOLDER, minified, with compressed copies beside each file.
//
// TOOL is the JSON of the tool that ours is measured with.

import * as esbuild from "esbuild";
import { compileAsync, Logger } from "sass";
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { areas, formio, surveyjs, xform } from "./form.mjs";
import { transformed } from "./transform.mjs";

const [toolFile, folder] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));
const form = areas(JSON.parse(await readFile(toolFile, "utf8")));

const peers = {
  "surveyjs-one-page": ["surveyjs.mjs", surveyjs(form, "one")],
  "surveyjs-page-an-area": ["surveyjs.mjs", surveyjs(form, "an area")],
  "formio": ["formio.mjs", formio(form)],
  "enketo": ["enketo.mjs", await transformed(xform(form), here)],
  "odk": ["odk.mjs", xform(form)],
  "jose": ["jose.mjs", null],
};

// Modules that are no file of any package.
function made(name, contents, loader) {
  return {
    name,
    setup(build) {
      build.onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: name, namespace: name }));
      build.onLoad({ filter: /.*/, namespace: name }, async () => ({
        contents: await contents(), loader, resolveDir: here,
      }));
    },
  };
}

// Enketo's styles name some of their packages as if they lay in its own repository.
const ofRepository = {
  findFileUrl: (url) =>
    url.includes("node_modules/") ? pathToFileURL(join(here, "node_modules", url.split("node_modules/").pop())) : null,
};

async function theme() {
  const file = join(here, "node_modules/enketo-core/src/sass/formhub/formhub.scss");
  const { css } = await compileAsync(file, { importers: [ofRepository], logger: Logger.silent });
  return css;
}

for (const [name, [entry, contents]] of Object.entries(peers)) {
  const target = join(folder, name);
  await mkdir(target, { recursive: true });
  await esbuild.build({
    entryPoints: { page: join(here, entry) },
    outdir: target,
    bundle: true,
    minify: true,
    format: "esm",
    target: "chrome120",
    splitting: true,
    define: { "process.env.NODE_ENV": '"production"', "global": "globalThis" },
    // The fonts and pictures of their styles, as files of their own.
    loader: Object.fromEntries([".woff", ".woff2", ".ttf", ".eot", ".svg", ".png"].map((one) => [one, "file"])),
    plugins: [
      made("peer-form", async () => JSON.stringify(contents), "json"),
      made("enketo-theme", theme, "css"),
    ],
    legalComments: "none",
    logLevel: "error",
  });
  const files = await readdir(target);
  // Bootstrap's smooth scrolling would move what is about to be clicked.
  const style = files.includes("page.css") ? '<link rel="stylesheet" href="page.css">' : "";
  await writeFile(join(target, "index.html"), `<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${name}</title><link rel="icon" href="data:,">${style}
<style>html { scroll-behavior: auto !important }</style></head>
<body><main><div id="form"></div></main><script type="module" src="page.js"></script></body></html>
`);
}

for (const file of await readdir(folder, { recursive: true, withFileTypes: true })) {
  if (!file.isFile() || file.name.endsWith(".br") || /\.(woff2?|png)$/.test(file.name)) continue;
  const path = join(file.parentPath, file.name);
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
  await writeFile(`${path}.br`, brotliCompressSync(await readFile(path), quality));
}
