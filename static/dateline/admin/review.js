// The review desk by keyboard, and without the page jumping. Everything here works without this script, too.
(function () {
  "use strict";

  const typing = (target) => target.matches("input:not([type=radio]), textarea, select, [contenteditable]");

  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.repeat) return; // a held key decides once
    if (event.key === "Escape" && typing(event.target)) {
      event.target.blur();
      return;
    }
    if (typing(event.target)) return;
    if (event.key === "n") takeSelection();
    const control = document.querySelector(`#desk [data-key="${CSS.escape(event.key)}"]`);
    if (!control) return;
    event.preventDefault();
    if (typing(control)) control.focus();
    else control.click();
  });

  // Where a node's text begins in the report, in code points, as the server counts.
  const offset = (node, inside) => {
    const piece = node.parentElement.closest("[data-at]");
    if (!piece) return null;
    return Number(piece.dataset.at) + Array.from(node.textContent.slice(0, inside)).length;
  };

  function takeSelection() {
    const selection = window.getSelection();
    const report = document.getElementById("report-text");
    if (!report || selection.isCollapsed || !report.contains(selection.anchorNode) || !report.contains(selection.focusNode)) return false;
    const range = selection.getRangeAt(0);
    if (range.startContainer.nodeType !== Node.TEXT_NODE || range.endContainer.nodeType !== Node.TEXT_NODE) return false;
    const start = offset(range.startContainer, range.startOffset);
    const end = offset(range.endContainer, range.endOffset);
    if (start === null || end === null || end <= start) return false;
    document.getElementById("passage").value = `${start}-${end}`;
    return true;
  }

  // A click on "Propose" takes the selected words, where there are any, before the chosen sentence.
  document.addEventListener("mousedown", (event) => {
    if (event.target.closest('[value="new"]')) takeSelection();
  });

  let scrolled = 0;
  document.addEventListener("htmx:beforeSwap", () => {
    scrolled = document.getElementById("report-text")?.scrollTop ?? 0;
  });
  document.addEventListener("htmx:afterSettle", () => {
    const report = document.getElementById("report-text");
    if (report) report.scrollTop = scrolled;
    showLit();
  });

  function showLit() {
    const report = document.getElementById("report-text");
    const lit = report?.querySelector(".lit");
    if (!lit) return;
    const top = lit.offsetTop - report.offsetTop;
    if (top < report.scrollTop || top + lit.offsetHeight > report.scrollTop + report.clientHeight) {
      report.scrollTop = Math.max(0, top - report.clientHeight / 3);
    }
  }
  showLit();
})();
