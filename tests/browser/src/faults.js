// Put into each page by the tests alone: breaks the browser on purpose, as browsers do break, when a story
// says so. By events, because one engine runs a driver's scripts apart from the page.
(function () {
  "use strict";
  var begin = IDBDatabase.prototype.transaction;
  var open = IDBFactory.prototype.open;
  var put = IDBObjectStore.prototype.put;
  var RealPromise = window.Promise;
  var fetched = window.fetch;
  var post = Worker.prototype.postMessage;
  var makeAddress = URL.createObjectURL;
  var forward = Performance.prototype.now;
  var ahead = 0;
  var connections = [];
  var unsaid = [];

  IDBDatabase.prototype.transaction = function () {
    if (connections.indexOf(this) < 0) connections.push(this);
    return begin.apply(this, arguments);
  };

  function closeAll() {
    connections.forEach(function (one) { one.close(); });
  }

  function refuse(name) {
    return function () { throw new DOMException("as the story says", name); };
  }

  function breakPromises() {
    var Broken = function () { return new RealPromise(function () {}); };
    Broken.prototype = RealPromise.prototype;
    ["resolve", "reject", "all", "race", "any", "allSettled"].forEach(function (name) {
      Broken[name] = RealPromise[name].bind(RealPromise);
    });
    window.Promise = Broken;
    window.addEventListener("program-stopped", function () { window.Promise = RealPromise; });
  }

  var faults = {
    // The disk is full.
    full: function () { IDBObjectStore.prototype.put = refuse("QuotaExceededError"); },
    // The browser has closed the connection of a tab in the background, and tells nobody.
    lost: closeAll,
    // It does not open another one either.
    shut: function () {
      closeAll();
      IDBFactory.prototype.open = refuse("InvalidStateError");
    },
    // Workers are told nothing until all is well again.
    idle: function () {
      Worker.prototype.postMessage = function () { unsaid.push([this, arguments]); };
    },
    // A worker that is given the file "deadly.json" answers what it had before, and ends.
    deadly: function () {
      Worker.prototype.postMessage = function (message) {
        var worker = this;
        var end = function () {
          worker.dispatchEvent(new MessageEvent("message", { data: { panicked: true } }));
        };
        if (!message.names) return post.apply(worker, arguments);
        if (worker.isEnding) return;
        if (worker.owes === undefined) {
          worker.owes = 0;
          worker.addEventListener("message", function (event) {
            if (!event.data.bytes) return;
            worker.owes -= 1;
            if (worker.isEnding && worker.owes === 0) setTimeout(end);
          });
        }
        worker.isEnding = Array.from(message.names).indexOf("deadly.json") >= 0;
        if (worker.isEnding) {
          if (worker.owes === 0) setTimeout(end);
          return;
        }
        worker.owes += 1;
        post.apply(worker, arguments);
      };
    },
    // All is well again.
    mended: function () {
      Worker.prototype.postMessage = post;
      unsaid.splice(0).forEach(function (one) { post.apply(one[0], one[1]); });
      IDBObjectStore.prototype.put = put;
      IDBFactory.prototype.open = open;
      window.Promise = RealPromise;
      window.fetch = fetched;
      URL.createObjectURL = makeAddress;
    },
    // Three minutes more have gone by, on the clock that only goes forward.
    minutes: function () {
      ahead += 3 * 60 * 1000;
      Performance.prototype.now = function () { return forward.call(this) + ahead; };
    },
    // No file can be given to the person.
    "no-files": function () { URL.createObjectURL = refuse("NotSupportedError"); },
    // The network is gone when a part of the program is asked for.
    part: function () {
      window.fetch = function (what) {
        var isPart = String(what && what.url || what).indexOf("split_") >= 0;
        return isPart ? RealPromise.reject(new TypeError("as the story says")) : fetched.apply(window, arguments);
      };
    },
    // Promises that never call their executor, which no browser has: the program panics.
    promise: breakPromises,
    // The same from the next page until then: one engine's driver makes its own promises in the page.
    "promise-at-next-page": function () {
      window.addEventListener("hashchange", breakPromises, { capture: true, once: true });
    },
    // An instruction that WebAssembly does not survive, of which the program can tell nothing.
    trap: function () {
      var code = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1,
        102, 0, 0, 10, 5, 1, 3, 0, 0, 11]);
      var trap = new WebAssembly.Instance(new WebAssembly.Module(code)).exports.f;
      setTimeout(trap);
    },
  };
  Object.keys(faults).forEach(function (name) {
    window.addEventListener("tests-fault-" + name, faults[name]);
  });

  // A browser that is so from the first: `index.html?fault=no-database`.
  function withhold(name) {
    Object.defineProperty(window, name, { get: refuse("SecurityError") });
  }
  function shiftClock(years) {
    var RealDate = Date;
    var by = years * 365.25 * 24 * 3600 * 1000;
    function Shifted(at) {
      if (!new.target) return new Shifted().toString();
      return arguments.length ? Reflect.construct(RealDate, arguments, new.target)
        : Reflect.construct(RealDate, [RealDate.now() + by], new.target);
    }
    Shifted.prototype = RealDate.prototype;
    Object.setPrototypeOf(Shifted, RealDate);
    Shifted.now = function () { return RealDate.now() + by; };
    window.Date = Shifted;
  }
  // Whoever ever stood in the first column of a table in large type, be it for less than a frame.
  function rememberAuditors() {
    var seen = {};
    new MutationObserver(function () {
      document.querySelectorAll(".app-large th[scope=row]").forEach(function (cell) {
        seen[cell.textContent.trim()] = true;
      });
      document.documentElement.setAttribute("data-seen", JSON.stringify(Object.keys(seen)));
    }).observe(document, { childList: true, characterData: true, subtree: true });
  }
  var starts = {
    "remember-auditors": rememberAuditors,
    "no-database": function () { withhold("indexedDB"); },
    // It is there and does not open until all is well again.
    shut: faults.shut,
    "no-journal": function () { withhold("localStorage"); },
    // Both are there and take nothing.
    "no-room": function () {
      faults.full();
      Storage.prototype.setItem = refuse("QuotaExceededError");
    },
    // The parts that are asked for before they are needed do not come either.
    "no-part": faults.part,
    "clock-ahead": function () { shiftClock(11); },
    "clock-behind": function () { shiftClock(-9); },
  };
  new URLSearchParams(location.search).getAll("fault").forEach(function (name) { starts[name](); });
})();
