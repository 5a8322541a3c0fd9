// Begins beside the program what it will need: at once on a page of its own, or where returns are kept; on the
// start page and those of text once they stand, before their person has found a file.
// - The part that works on returns or rounds (`xtask/src/build/instantiate.js` takes it from here).
// - The database: a browser that was just started takes its time for the first to open it, and none for the next.
// Failing is no harm: the program then does it itself. No modern syntax: it runs first.
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
  var early = window.earlyParts = {};
  if (plain && !(meta.hasAttribute("data-kept") && keepsSomething())) {
    window.addEventListener("load", function () {
      if (window.requestIdleCallback) requestIdleCallback(askForParts, { timeout: 2000 });
      else setTimeout(askForParts, 500);
    });
    return;
  }
  askForParts();
  openDatabase();

  // One that the program has asked for meanwhile comes from the browser's own store.
  function askForParts() {
    meta.content.split(" ").forEach(function (part) {
      var address = new URL(part, document.baseURI).href;
      early[address] = WebAssembly.compileStreaming(fetch(address)).catch(function () { return null; });
    });
  }

  function openDatabase() {
    var request;
    try {
      request = indexedDB.open("multi-agency-audit");
    } catch (error) {
      return;
    }
    // There is none: it must not be made, for the program would find it empty.
    request.onupgradeneeded = function () { request.transaction.abort(); };
    request.onerror = function (event) { event.preventDefault(); };
    request.onsuccess = function () {
      var database = request.result;
      function close() { database.close(); }
      // By then the program has it open; it is in the way of nobody who makes it newer or deletes it.
      database.onversionchange = close;
      setTimeout(close, 10000);
    };
  }
})();
