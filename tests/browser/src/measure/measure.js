// Put into each page before everything else, by the benchmarks alone: notes when things have been painted.
(() => {
  "use strict";
  const painted = {};
  const keys = [];
  const reveals = [];
  const tasks = [];
  let acted = 0;

  // Runs in the frame that shows what was done, then once that frame is drawn.
  function afterPaint(done) {
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => done(performance.now());
      channel.port2.postMessage(0);
    });
  }

  // Looks whenever the page has changed until `test` holds; `painted[name]` is then the time at which the frame
  // that shows it was drawn. To look once a frame would have the browser draw sixty a second meanwhile.
  function watch(name, test) {
    delete painted[name];
    const holds = () => document.body && test();
    const note = () => afterPaint((now) => { painted[name] = now; });
    if (holds()) return note();
    const observer = new MutationObserver(() => {
      if (!holds()) return;
      observer.disconnect();
      note();
    });
    observer.observe(document, { attributes: true, characterData: true, childList: true, subtree: true });
  }

  // The field that a radio reveals, where it is drawn. Ours by the mark-up of govuk-frontend; a peer's page says itself.
  const revealed = (radio) => {
    const field = window.peer ? window.peer.revealed(radio) : document.getElementById("conditional-" + radio.id);
    return field && field.offsetHeight > 0;
  };

  // Looks after each frame until the field is there, or something else is clicked.
  let clicks = 0;
  function whenRevealed(radio, from, click) {
    afterPaint((now) => {
      if (click !== clicks) return;
      if (revealed(radio)) reveals.push(now - from);
      else whenRevealed(radio, from, click);
    });
  }

  const has = (selector) => () => document.querySelector(selector) !== null;
  window.measured = { painted, keys, reveals, tasks, watch, has, revealed, acted: () => acted };
  watch("start", has("#open-file, #open-workbook"));
  watch("tasks", has("main a[href$='/involvement']"));
  watch("box", has("#area-1_reason"));
  watch("peer", () => window.peer?.box()?.offsetHeight > 0);

  let down = 0;
  window.addEventListener("keydown", (event) => { down = event.timeStamp; }, true);
  window.addEventListener("input", (event) => {
    if (event.target.type === "radio" || down === 0) return;
    const from = down;
    down = 0;
    afterPaint((now) => keys.push(now - from));
  }, true);
  window.addEventListener("change", (event) => { acted = event.timeStamp; }, true);
  window.addEventListener("click", (event) => {
    acted = event.timeStamp;
    const radio = event.target;
    if (radio.type !== "radio") return;
    clicks += 1;
    if (radio.value === "not-applicable") whenRevealed(radio, event.timeStamp, clicks);
  }, true);
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) tasks.push([one.startTime, one.duration]);
  }).observe({ type: "longtask", buffered: true });
})();
