
// A part that boot/early.js has asked for is on its way, or here and compiled.
function ask(url) {
  const early = (self.earlyParts || {})[url.href];
  return early ? early.then((compiled) => compiled || fetch(url)) : fetch(url);
}

// Made at once and not little by little: a part that is being made while the program goes on
// and its memory grows can be left with the memory as it was (seen in WebKitGTK 2.50).
async function instantiate(source, imports) {
  const module = source instanceof WebAssembly.Module ? source : await compile(source);
  try {
    return { module, instance: new WebAssembly.Instance(module, imports) };
  } catch (error) {
    // Chromium makes no more than 8 MB at once. Only quick builds are that large.
    if (!(error instanceof RangeError)) throw error;
    return { module, instance: await WebAssembly.instantiate(module, imports) };
  }
}

async function compile(response) {
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  const type = response.headers.get("Content-Type") || "";
  return type.startsWith("application/wasm")
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}
