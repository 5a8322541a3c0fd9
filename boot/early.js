// Asks for the part that works on returns or rounds beside the program, where it will be
// needed: on a page of its own, or where returns are kept. The program would ask for it
// later, once it runs (`xtask/src/build/instantiate.js` takes it from here).
// Failing is no harm: the program then asks for it itself. No modern syntax: it runs first.
(function () {
  "use strict";
  var meta = document.querySelector("meta[name='parts']");
  if (!meta || typeof WebAssembly !== "object" || !WebAssembly.compileStreaming || !window.fetch) return;

  // Settings name the returns that are kept, or cannot be read where a passphrase closes them.
  function keepsSomething() {
    try {
      var settings = localStorage.getItem("audit.settings") || "";
      return settings.indexOf('"known":[{') >= 0 || localStorage.getItem("audit.vault") !== null;
    } catch (error) {
      return false;
    }
  }

  var plain = /^(#\/?(help|privacy|accessibility)?)?$/.test(location.hash);
  if (plain && !(meta.hasAttribute("data-kept") && keepsSomething())) return;
  var early = window.earlyParts = {};
  meta.content.split(" ").forEach(function (part) {
    var address = new URL(part, document.baseURI).href;
    early[address] = WebAssembly.compileStreaming(fetch(address)).catch(function () { return null; });
  });
})();
