// Gives each draft kept in this browser, or in this window alone, to its person as a file, without the
// program: when it has failed, or cannot start. What it writes is the file that
// the program itself would write, so any browser opens it again. Where a passphrase
// is set, it is the draft as it is kept, with all that it takes to open it with the
// passphrase (`store::LockedCopy`).
// No module, no WebAssembly, no modern syntax. Every word is in the page.
(function () {
  "use strict";
  var DATABASE = "multi-agency-audit";
  var JOURNAL = "audit.journal.";
  var VAULT = "audit.vault";
  var KIND = "application/vnd.multi-agency-audit.draft+json";

  // After a fault nothing in memory can be trusted, and timers still run.
  function stopWriting() {
    if (window.IDBDatabase) {
      var begin = IDBDatabase.prototype.transaction;
      IDBDatabase.prototype.transaction = function (names, mode) {
        if (mode && mode !== "readonly") throw new DOMException("stopped", "AbortError");
        return begin.call(this, names);
      };
    }
    if (window.Storage) {
      ["setItem", "removeItem"].forEach(function (method) {
        var act = Storage.prototype[method];
        Storage.prototype[method] = function (key) {
          if (String(key).indexOf("audit.") !== 0) return act.apply(this, arguments);
        };
      });
    }
  }

  // All keys and texts of three shelves, or nothing where there is no database.
  function read(done) {
    var request;
    try {
      request = indexedDB.open(DATABASE);
    } catch (error) {
      return done([], []);
    }
    // There is none: it must not be made, for the program would find it empty.
    request.onupgradeneeded = function () { request.transaction.abort(); };
    request.onerror = function (event) {
      event.preventDefault();
      done([], []);
    };
    request.onsuccess = function () {
      var known = request.result.objectStoreNames;
      // A database of an earlier version of the program has no shelf for a passphrase.
      var names = ["drafts", "invitations", "vault"].filter(function (name) { return known.contains(name); });
      var transaction = request.result.transaction(names, "readonly");
      var requests = names.map(function (name) {
        var shelf = transaction.objectStore(name);
        return [shelf.getAllKeys(), shelf.getAll()];
      });
      transaction.oncomplete = function () {
        var shelves = requests.map(function (pair) {
          return pair[0].result.map(function (key, at) {
            return { key: key, text: (pair[1].result[at] || {}).text || "" };
          });
        });
        request.result.close();
        done(shelves[0] || [], shelves[1] || [], shelves[2] && shelves[2][0]);
      };
    };
  }

  // What lies in this window alone (`browser::in_window`), as it stood when it was offered: after a fault of which
  // the program knows nothing its timers note on, and what belongs together would be of two moments.
  var noted = {};
  function takeNoted() {
    noted = JSON.parse(JSON.stringify(window.keptInWindow || {}));
  }

  // The same of that.
  function inWindow(shelf) {
    var texts = noted[shelf] || {};
    var kept = Object.keys(texts).filter(function (key) { return typeof texts[key] === "string"; });
    return kept.map(function (key) { return { key: key, text: texts[key] }; });
  }

  // Whether any draft of this window alone is not there to be given, because a passphrase is set.
  function holdsBack() {
    var drafts = noted.drafts || {};
    return Object.keys(drafts).some(function (key) { return drafts[key] === true; });
  }

  function parsed(text) {
    try {
      var value = JSON.parse(text);
      return value && typeof value === "object" ? value : null;
    } catch (error) {
      return null;
    }
  }

  // A text that only the passphrase opens.
  function isClosed(text) {
    return String(text).indexOf('{"protected":') === 0;
  }

  function stored(key) {
    try {
      return localStorage.getItem(key);
    } catch (error) {
      return null;
    }
  }

  function journalOf(key) {
    try {
      var journal = parsed((noted.journals || {})[key] || stored(JOURNAL + key));
      if (!journal || !Array.isArray(journal.lines)) return null;
      journal.lines = journal.lines.filter(function (line) { return !setsNames(parsed(line)); });
      return JSON.stringify(journal);
    } catch (error) {
      return null;
    }
  }

  // The names to watch for stay in this browser (I-02): no file holds them.
  function setsNames(line) {
    return line && line.change && typeof line.change === "object" && "names" in line.change;
  }

  function withoutNames(record, text) {
    if (!record || !record.names) return text;
    delete record.names;
    return JSON.stringify(record);
  }

  function save(name, text) {
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    link.download = name;
    document.body.appendChild(link);
    link.click();
    document.body.removeChild(link);
  }

  function hex(buffer) {
    return Array.prototype.map.call(new Uint8Array(buffer), function (byte) {
      return ("0" + byte.toString(16)).slice(-2);
    }).join("");
  }

  // The file of a draft, or its text as it is where that is all that can be had.
  function download(draft, record, invitation) {
    var name = "draft-" + draft.key.slice(0, 8);
    var text = withoutNames(record, draft.text);
    if (!record || !record["return"] || !invitation || !window.crypto || !crypto.subtle) {
      return save(name + ".txt", text);
    }
    var journal = journalOf(draft.key);
    var contents = "{\"format_version\":1,\"record\":" + text +
      ",\"invitation\":" + JSON.stringify(invitation) +
      (journal ? ",\"journal\":" + journal : "") + "}";
    crypto.subtle.digest("SHA-256", new TextEncoder().encode(contents)).then(function (hash) {
      save(name + ".json", "{\"typ\":\"" + KIND + "\",\"sha256\":\"" + hex(hash) +
        "\",\"contents\":" + contents + "}\n");
    });
  }

  // The draft as it is kept, with everything but the passphrase.
  function downloadLocked(draft, invitations, vault) {
    var journal = stored(JOURNAL + draft.key);
    if (!isClosed(journal)) journal = journalOf(draft.key);
    var file = {
      typ: KIND,
      vault: vault ? vault.text : stored(VAULT),
      draft: draft.key,
      record: withoutNames(parsed(draft.text), draft.text),
      invitations: {},
    };
    invitations.forEach(function (one) { file.invitations[one.key] = one.text; });
    if (journal) file.journal = journal;
    save("locked-draft-" + draft.key.slice(0, 8) + ".json", JSON.stringify(file) + "\n");
  }

  // The text of a draft's invitation.
  function invitationOf(record, invitations) {
    var found = record && invitations.filter(function (one) { return one.key === record.invitation; })[0];
    return found ? found.text : "";
  }

  function titleOf(draft, record) {
    var ret = record && record["return"];
    if (!ret) return draft.key.slice(0, 8);
    return [ret.case_label, ret.agency.name, ret.round.title].join(", ");
  }

  function add(rescue, drafts, invitations, vault) {
    var list = rescue.querySelector("ul");
    drafts.forEach(function (draft) {
      var record = parsed(draft.text);
      var invitation = invitationOf(record, invitations);
      var locked = isClosed(draft.text) || isClosed(invitation);
      var label = list.getAttribute(locked ? "data-locked-label" : "data-label");
      var button = document.createElement("button");
      button.type = "button";
      button.className = "govuk-button govuk-button--secondary";
      button.textContent = label + titleOf(draft, record);
      button.addEventListener("click", function () {
        if (locked) downloadLocked(draft, invitations, vault);
        else download(draft, record, (parsed(invitation) || {}).file);
      });
      var item = document.createElement("li");
      item.appendChild(button);
      list.appendChild(item);
      if (locked) rescue.querySelector("[data-locked-note]").hidden = false;
    });
    if (drafts.length) rescue.hidden = false;
  }

  // How many drafts it offers of this window alone; those of the browser follow.
  function offer(place) {
    takeNoted();
    var rescue = place && place.querySelector("[data-rescue]");
    if (!rescue || !rescue.hidden) return 0;
    var drafts = inWindow("drafts");
    add(rescue, drafts, inWindow("invitations"));
    read(function (drafts, invitations, vault) { add(rescue, drafts, invitations, vault); });
    return drafts.length;
  }

  // The program itself warns of nothing any more.
  function warnBeforeLeaving(panic, offered, heldBack) {
    panic.querySelector("[data-on-device]").hidden = true;
    panic.querySelector("[data-in-window]").hidden = !offered;
    panic.querySelector("[data-held-back]").hidden = !heldBack;
    window.addEventListener("beforeunload", function (event) {
      event.preventDefault();
      event.returnValue = "";
    });
  }

  var stopped = false;
  function stop() {
    var panic = document.getElementById("panic");
    if (stopped || !panic) return;
    stopped = true;
    stopWriting();
    panic.hidden = false;
    panic.scrollIntoView();
    var offered = offer(panic);
    var heldBack = holdsBack();
    if (offered || heldBack) warnBeforeLeaving(panic, offered, heldBack);
  }

  // WebKit tells a page that is a file of no error what it was, not even of the page's own. So there any may be the
  // end of the program; elsewhere one that is hidden is an add-on's. Which it is here shows in an error made for it.
  function stopIfErrorsAreHidden() {
    var told = null;
    function hear(event) {
      told = event;
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    var asked = document.createElement("i");
    asked.addEventListener("asked", function () { throw new Error("what is told of an error of this page"); });
    window.addEventListener("error", hear, true);
    asked.dispatchEvent(new Event("asked"));
    window.removeEventListener("error", hear, true);
    if (told && !told.error) stop();
  }

  // From the program, when it fails (`browser::panic`); and from the browser, when the program
  // fails in a way of which it can tell nothing any more.
  window.addEventListener("program-stopped", stop);
  window.addEventListener("error", function (event) {
    if (window.WebAssembly && event.error instanceof WebAssembly.RuntimeError) stop();
    // Not at once: what goes wrong while an error is being told is told to nobody.
    else if (location.protocol === "file:" && !event.error && event.message) setTimeout(stopIfErrorsAreHidden);
  });
  window.addEventListener("unhandledrejection", function (event) {
    if (window.WebAssembly && event.reason instanceof WebAssembly.RuntimeError) stop();
  });
  // From boot/check.js.
  window.addEventListener("cannot-start-shown", function () {
    offer(document.getElementById("cannot-start"));
  });
})();
