
// A part that boot/early.js has asked for is on its way, or here and compiled.
function ask(url) {
  const early = (self.earlyParts || {})[url.href];
  return early ? early.then((compiled) => compiled || fetch(url)) : fetch(url);
}

async function instantiate(source, imports) {
  if (source instanceof WebAssembly.Module) {
    return { module: source, instance: await WebAssembly.instantiate(source, imports) };
  }
  if (!source.ok) throw new Error(`${source.status} ${source.url}`);
  const type = source.headers.get("Content-Type") || "";
  return type.startsWith("application/wasm")
    ? WebAssembly.instantiateStreaming(source, imports)
    : WebAssembly.instantiate(await source.arrayBuffer(), imports);
}
