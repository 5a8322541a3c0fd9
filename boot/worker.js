// Starts a worker's program; the build puts the hashed names in.
import init from "./PROGRAM.js";

// Messages may arrive before the program listens: they wait, in order.
const early = [];
const keep = (event) => early.push(event);
self.addEventListener("message", keep);

init({ module_or_path: new URL("./PROGRAM.wasm", import.meta.url) })
  .then(() => {
    self.removeEventListener("message", keep);
    for (const { data, ports } of early) {
      self.dispatchEvent(new MessageEvent("message", { data, ports: [...ports] }));
    }
  })
  // A rejected promise tells the page nothing; an error does (`Worker.onerror`).
  .catch((error) => setTimeout(() => { throw error; }));
