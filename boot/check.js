// Runs before everything else, in any browser: shows the plain explanation in
// the page when the program cannot start, and says which reason applies.
// No module, no WebAssembly, no modern syntax: it has to run where they do not.
(function () {
  "use strict";
  // Without scripts nothing is being loaded (style/_page.scss).
  document.documentElement.className += " app-scripted";
  var reason = null;

  function show() {
    var explanation = document.getElementById("cannot-start");
    if (!reason || !explanation) return;
    var app = document.getElementById("app");
    if (app) app.hidden = true;
    explanation.hidden = false;
    var reasons = explanation.querySelectorAll("[data-reason]");
    for (var i = 0; i < reasons.length; i += 1) {
      reasons[i].hidden = reasons[i].getAttribute("data-reason") !== reason;
    }
    // To boot/rescue.js, which offers the drafts that are kept here.
    if (typeof Event === "function") window.dispatchEvent(new Event("cannot-start-shown"));
  }

  function cannotStart(why) {
    if (reason) return;
    reason = why;
    if (document.readyState === "loading") {
      document.addEventListener("DOMContentLoaded", show);
    } else {
      show();
    }
  }

  // A script that did not load: the program never begins.
  window.addEventListener("error", function (event) {
    if (event.target && event.target.tagName === "SCRIPT") cannotStart("load");
  }, true);
  // From the program's own start (boot/page.js).
  window.addEventListener("cannot-start", function () { cannotStart("load"); });

  // Where the page is one file, it runs from anywhere, and holds what it has to unpack (boot/single).
  var single = document.querySelector("meta[name='keeps']");
  if (location.protocol === "file:" && !single) cannotStart("file");
  else if (typeof WebAssembly !== "object") cannotStart("webassembly");
  else if (!("noModule" in document.createElement("script"))) cannotStart("old");
  else if (single && typeof DecompressionStream !== "function") cannotStart("packed");
  // Tells govuk-frontend's style that there is a program to hide and show things.
  else document.documentElement.className += " govuk-frontend-supported";
})();
