// Before what wasm-bindgen writes for a page (`calls.rs`): whether the program may still be called.
//
// Firefox ends the JavaScript of a page in the midst when its person goes elsewhere while it runs
// (its setting dom.ipc.cancel_content_js_when_navigating): nothing is unwound, no `finally` runs. What the
// program holds is then half done, so it is never called again: what was typed is in the journal.
let callsInside = 0;
let callsAreOver = false;

// Whether the program may be called; `callEnds` has to follow.
function callBegins() {
  if (callsAreOver) return false;
  if (callsInside === 0) queueMicrotask(seeCallsThrough);
  callsInside += 1;
  return true;
}

function callEnds() {
  callsInside -= 1;
}

// Where no JavaScript is under way: in a microtask, and when a key or a page arrives.
function seeCallsThrough() {
  if (callsInside > 0) callsAreOver = true;
}

// Shown again out of the browser's memory of pages, a program that is over begins anew, unless the window alone holds
// its work (`browser::in_window`): the page then gives it out. A page that stays after all
// says that its program has stopped, as soon as somebody would use it.
window.addEventListener("pageshow", (event) => {
  seeCallsThrough();
  if (!event.persisted || !callsAreOver) return;
  if (window.keptInWindow) window.dispatchEvent(new Event("program-stopped"));
  else location.reload();
}, true);
for (const used of ["keydown", "pointerdown"]) {
  window.addEventListener(used, () => {
    seeCallsThrough();
    if (callsAreOver) window.dispatchEvent(new Event("program-stopped"));
  }, true);
}
window.addEventListener("program-stopped", () => { callsAreOver = true; });

