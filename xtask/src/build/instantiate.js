
async function instantiate(response, imports) {
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  return WebAssembly.instantiate(await response.arrayBuffer(), imports);
}
