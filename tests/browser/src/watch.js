// Put into each page before everything else, by the tests alone: writes down whatever may never happen.
// Kept in sessionStorage, so that it outlives a reload and the way from one program to the other.
(function () {
  "use strict";
  var KEY = "browser-tests.troubles";

  function note(kind, text) {
    try {
      var all = JSON.parse(sessionStorage.getItem(KEY) || "[]");
      all.push(kind + ": " + text + " (at " + location.pathname + location.hash + ")");
      sessionStorage.setItem(KEY, JSON.stringify(all));
    } catch (error) {
      // In stories of browsers that keep nothing: such a browser's own log is read too.
    }
  }

  function text(value) {
    if (value instanceof Error) return value.message + "\n" + value.stack;
    return typeof value === "object" ? JSON.stringify(value) : String(value);
  }

  document.addEventListener("securitypolicyviolation", function (event) {
    note("security policy", event.violatedDirective + " forbids " + event.blockedURI);
  });
  // Capturing: an image or script that does not load is told to nobody else.
  window.addEventListener("error", function (event) {
    var target = event.target;
    var what = event.message || (target && (target.src || target.href)) || "unknown";
    var where = event.error && event.error.stack;
    note("error", where ? what + "\n" + where + "\n" : what);
  }, true);
  window.addEventListener("unhandledrejection", function (event) {
    note("unhandled rejection", text(event.reason));
  });

  var log = console.error;
  console.error = function () {
    note("console error", Array.prototype.map.call(arguments, text).join(" "));
    log.apply(console, arguments);
  };

  var RealWorker = window.Worker;
  window.Worker = function (url, options) {
    var worker = new RealWorker(url, options);
    worker.addEventListener("error", function (event) {
      note("worker", event.message || "did not load");
    });
    return worker;
  };
  window.Worker.prototype = RealWorker.prototype;

  // What the page gave to be saved: one engine's driver saves nothing to a folder.
  var made = {};
  var saved = [];
  window.savedInTests = saved;
  var makeAddress = URL.createObjectURL;
  URL.createObjectURL = function (blob) {
    var address = makeAddress.call(URL, blob);
    made[address] = blob;
    return address;
  };
  document.addEventListener("click", function (event) {
    var link = event.target;
    if (link && link.download && made[link.href]) {
      saved.push({ name: link.download, blob: made[link.href] });
    }
  }, true);

  function sameOrigin(url) {
    return /^(data|blob):/.test(url) || new URL(url, location.href).origin === location.origin;
  }
  new PerformanceObserver(function (list) {
    list.getEntries().forEach(function (entry) {
      if (!sameOrigin(entry.name)) note("request to another origin", entry.name);
    });
  }).observe({ type: "resource", buffered: true });
})();
