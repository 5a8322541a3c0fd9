
async function instantiate(response, imports) {
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  const type = response.headers.get("Content-Type") || "";
  return type.startsWith("application/wasm")
    ? WebAssembly.instantiateStreaming(response, imports)
    : WebAssembly.instantiate(await response.arrayBuffer(), imports);
}
