// Lets both programs open without a network. The build fills in what belongs to which program.
//
// - It keeps only files whose content their names tell, and the pages that name them: all of one version, or none.
// - A newer version waits until its person asks for it; open windows go on with theirs, whose files stay here.
// - What is not kept goes to the network, as if this were not here.
"use strict";

const VERSION = "VERSION";
// The program of each page: its page first, then what it names.
const FILES = { auditor: [], panel: [] };

const OURS = "audit-program-";
const NAME = OURS + VERSION;
const HOME = new URL("./", self.location.href);
const address = (file) => new URL(file, HOME).href;
const NAMED_BY_CONTENT = address("assets/");
// In the files of each version that was ever in use. No file is looked for with a `?` (`find`).
const USED = address("?used");

self.addEventListener("install", (event) => {
  // Chromium then reads them without starting this worker.
  if (event.addRoutes) {
    const files = new Set(Object.values(FILES).flat());
    const routes = [...files].map((file) => ({
      // With anything behind a `?` it would look for that very address, and ask the network for it.
      condition: { urlPattern: { pathname: new URL(file, HOME).pathname, search: "", baseURL: HOME.href }, requestMethod: "GET" },
      source: { cacheName: NAME },
    }));
    event.addRoutes(routes).catch(() => {});
  }
  // A program that the version before kept is complete again before this version takes its place.
  event.waitUntil(markInUse().catch(() => {}).then(programsKept).then((programs) => Promise.all(programs.map(keep))));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(mark(NAME).catch(() => {}).then(forgetOld).then(() => self.clients.claim()));
});

self.addEventListener("message", (event) => {
  if (event.data === "use") {
    self.skipWaiting();
    return;
  }
  const [port] = event.ports;
  const kept = keep(event.data).then(() => true, () => false);
  event.waitUntil(kept.then((all) => port && port.postMessage(all)));
});

self.addEventListener("fetch", (event) => {
  if (event.request.method === "GET" && event.request.url.startsWith(HOME.href)) {
    event.respondWith(answer(event.request));
  }
});

async function answer(request) {
  // A file of an earlier version is asked for by a window that is still open.
  const found = await find(request).catch(() => undefined);
  return found || fetch(request);
}

async function find(request) {
  const wanted = request.url.split(/[?#]/)[0];
  const file = wanted === HOME.href ? address(FILES.auditor[0]) : withEnding(wanted);
  const cache = await caches.open(NAME);
  const found = await cache.match(file);
  return found || (file.startsWith(NAMED_BY_CONTENT) ? caches.match(file) : undefined);
}

// Some hosts call `panel.html` just `panel`.
function withEnding(wanted) {
  const page = Object.values(FILES).map(([page]) => address(page)).find((page) => page === `${wanted}.html`);
  return page || wanted;
}

// Fetches what is missing of a program, its page last: a page that is kept has all that it names.
async function keep(program) {
  const files = Object.hasOwn(FILES, program) ? FILES[program] : [];
  const cache = await caches.open(NAME);
  for (const file of [...files].reverse()) {
    if (await cache.match(address(file))) continue;
    const named = file.startsWith("assets/");
    const response = (named && (await caches.match(address(file)))) || (await fetched(file, named, program));
    await cache.put(address(file), response);
  }
}

async function fetched(file, named, program) {
  const response = await fetch(address(file), { cache: named ? "default" : "no-cache" });
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  if (file.endsWith(".html")) return fetchedPage(response, program);
  // A host may answer with a page of its own what it does not have.
  const isPage = (response.headers.get("Content-Type") || "").startsWith("text/html");
  if (response.redirected || isPage) throw new Error(`${file} is something else`);
  return response;
}

async function fetchedPage(response, program) {
  const whole = isWholePage(await response.clone().text(), program);
  if (!whole || !response.url.startsWith(HOME.href)) throw new Error(`${response.url} is something else`);
  // A host that calls `panel.html` just `panel` sends us there; no browser opens what was kept as sent on.
  return response.redirected ? new Response(await response.blob(), { headers: response.headers }) : response;
}

// Its host may have been given another version since this worker was fetched, or answer with a page of its own.
function isWholePage(html, program) {
  const files = new Set(Object.values(FILES).flat());
  const starts = html.includes(`assets/${program}-boot-`) && html.trimEnd().endsWith("</html>");
  return starts && html.match(/assets\/[\w.-]+/g).every((file) => files.has(file));
}

async function versions() {
  return (await caches.keys()).filter((name) => name.startsWith(OURS));
}

async function programsKept() {
  const pages = Object.entries(FILES).map(([program, [page]]) => [program, address(page)]);
  const kept = await Promise.all(pages.map(async ([program, page]) => {
    return (await caches.match(page)) ? program : undefined;
  }));
  return kept.filter(Boolean);
}

async function mark(name) {
  const cache = await caches.open(name);
  await cache.put(USED, new Response(""));
}

// The names of all versions but this one, and of those among them that were ever in use.
async function otherVersions() {
  const others = (await versions()).filter((name) => name !== NAME);
  const marks = await Promise.all(others.map(async (name) => (await caches.open(name)).match(USED)));
  return [others, others.filter((_, at) => marks[at])];
}

// Versions before the first that marked what is in use bear no mark: then the last one kept is in use. Once this one
// waits, a still newer one could not tell the two apart.
async function markInUse() {
  const [others, used] = await otherVersions();
  if (others.length > 0 && used.length === 0) await mark(others.at(-1));
}

// All but this version and the one in use before it, which open windows may still be of. One that only waited
// between them is of no window.
async function forgetOld() {
  const [others, used] = await otherVersions();
  const before = used.at(-1) || others.at(-1);
  await Promise.all(others.filter((name) => name !== before).map((name) => caches.delete(name)));
}
