// Starts a page's program; the build puts the hashed names in.
import init from "./PROGRAM.js";

if (typeof WebAssembly === "object") {
  init({ module_or_path: new URL("./PROGRAM.wasm", import.meta.url) }).catch((error) => {
    window.dispatchEvent(new Event("cannot-start"));
    throw error;
  });
}
