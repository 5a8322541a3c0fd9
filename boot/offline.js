// Has this program kept in the browser (boot/service-worker.js), so that it opens without a network, and says in
// the page that it is, and when a newer version waits. Every word is in the page; it works when the program does not.
(function () {
  "use strict";
  var program = document.currentScript.getAttribute("data-program");
  if (!("serviceWorker" in navigator) || !window.isSecureContext) return;

  function show(id) {
    document.getElementById(id).hidden = false;
  }

  // A worker without the page's program is no use: it is asked each time, and does only what is missing.
  function keep(worker) {
    var channel = new MessageChannel();
    channel.port1.onmessage = function (event) {
      channel.port1.close();
      if (event.data) show("kept");
    };
    worker.postMessage(program, [channel.port2]);
  }

  // Only the window in which the button was pressed is loaded again.
  function offer(waiting) {
    if (!waiting || !navigator.serviceWorker.controller) return;
    show("newer");
    document.getElementById("newer-use").onclick = function () {
      // Another window asked for it meanwhile: nothing more will change.
      if (waiting.state === "activating" || waiting.state === "activated") return location.reload();
      navigator.serviceWorker.addEventListener("controllerchange", function () { location.reload(); });
      waiting.postMessage("use");
    };
  }

  function begin() {
    navigator.serviceWorker.register("service-worker.js", { updateViaCache: "none" }).then(function (kept) {
      offer(kept.waiting);
      kept.addEventListener("updatefound", function () {
        var coming = kept.installing;
        coming.addEventListener("statechange", function () {
          if (coming.state === "installed") offer(coming);
        });
      });
      return navigator.serviceWorker.ready;
    }).then(function (ready) { keep(ready.active); }).catch(function () {
      // A browser that keeps nothing, or a host without the file: the pages work as they do without it.
    });
  }

  // From the program (`browser::wipe`): nothing of it stays on this device until it is opened again.
  window.addEventListener("everything-deleted", function () {
    document.getElementById("kept").hidden = true;
    navigator.serviceWorker.getRegistration().then(function (kept) { return kept && kept.unregister(); });
    caches.keys().then(function (names) {
      names.filter(function (name) { return name.indexOf("audit-program-") === 0; })
        .forEach(function (name) { caches.delete(name); });
    });
  });

  // Not while the page itself still loads.
  window.addEventListener("load", function () {
    if (window.requestIdleCallback) requestIdleCallback(begin, { timeout: 5000 });
    else setTimeout(begin, 2000);
  });
})();
