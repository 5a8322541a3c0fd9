// Starts the program where the page is one file: everything that it loads stands in the page, packed.
// The build puts this behind the program's own script, in one module with it (xtask/src/build/single.rs).
const packed = (name) => document.querySelector(`script[data-file="${name}"]`);

async function unpacked(element) {
  const bytes = Uint8Array.from(atob(element.textContent), (one) => one.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}

async function compiled(element) {
  const module = WebAssembly.compile(await unpacked(element));
  // Its text is as large as the program.
  element.remove();
  return module;
}

// For `browser::fetch`.
window.fileInside = (name) => {
  const element = packed(name);
  return element && unpacked(element);
};

if (typeof WebAssembly === "object" && typeof DecompressionStream === "function") {
  // Where the program looks for its parts before it would ask the network.
  self.earlyParts = {};
  for (const part of document.querySelectorAll("script[data-part]")) {
    self.earlyParts[new URL(part.dataset.file, import.meta.url).href] = compiled(part);
  }
  __wbg_init({ module_or_path: compiled(packed("PROGRAM.wasm")) }).catch((error) => {
    window.dispatchEvent(new Event("cannot-start"));
    throw error;
  });
}
