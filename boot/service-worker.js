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
  event.waitUntil(programsKept().then((programs) => Promise.all(programs.map(keep))));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(forgetOld().then(() => self.clients.claim()));
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
  const file = wanted === HOME.href ? address(FILES.auditor[0]) : wanted;
  const cache = await caches.open(NAME);
  const found = await cache.match(file);
  return found || (file.startsWith(NAMED_BY_CONTENT) ? caches.match(file) : undefined);
}

// Fetches what is missing of a program, its page last: a page that is kept has all that it names.
async function keep(program) {
  const files = Object.hasOwn(FILES, program) ? FILES[program] : [];
  const cache = await caches.open(NAME);
  for (const file of [...files].reverse()) {
    if (await cache.match(address(file))) continue;
    const named = file.startsWith("assets/");
    const response = (named && (await caches.match(address(file)))) || (await fetched(file, named));
    await cache.put(address(file), response);
  }
}

async function fetched(file, named) {
  const response = await fetch(address(file), { cache: named ? "default" : "no-cache" });
  if (!response.ok || response.redirected) throw new Error(`${file}: ${response.status}`);
  if (file.endsWith(".html") && !ofThisVersion(await response.clone().text())) {
    throw new Error(`${file} is of another version`);
  }
  return response;
}

// Its host may have been given another version since this worker was fetched.
function ofThisVersion(html) {
  const files = new Set(Object.values(FILES).flat());
  return (html.match(/assets\/[\w.-]+/g) || []).every((file) => files.has(file));
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

// All but this version and the one before it, which open windows may still be of.
async function forgetOld() {
  const others = (await versions()).filter((name) => name !== NAME);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
}
