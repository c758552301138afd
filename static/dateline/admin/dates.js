// Says, beside a date that is being typed, how it reads. Without it the reading is said after saving.
"use strict";
(() => {
  const PAUSE = 250; // milliseconds without a key before the server is asked
  const waiting = new WeakMap();

  const beside = (box, name) => {
    const prefix = box.name.slice(0, box.name.lastIndexOf("-") + 1);
    return box.form?.elements.namedItem(prefix + name);
  };
  const partOf = (box) => (box.dataset.part ? beside(box, box.dataset.part) : null);

  // What words are read with: their language, and the source or the event whose day relative ones count from.
  const frame = (box) => {
    const given = {
      language: box.dataset.language ?? beside(box, "language")?.value,
      source: box.dataset.source ?? beside(box, "source")?.value,
      event: box.dataset.event,
    };
    return Object.entries(given).filter(([, value]) => value !== undefined);
  };

  const outputOf = (box) => box.parentElement.querySelector(".reads");

  const show = (box, text, wrong) => {
    const output = outputOf(box);
    output.textContent = text;
    output.classList.toggle("wrong", wrong);
  };

  async function read(box) {
    const asked = box.value;
    if (!asked.trim()) return show(box, "", false);
    const select = partOf(box);
    const query = new URLSearchParams({ date: asked, part: select?.value ?? "" });
    for (const [name, value] of frame(box)) query.set(name, value);
    if (select && !select.selectedOptions[0]?.defaultSelected) query.set("chosen", "1");
    const answer = await fetch(`${box.dataset.reads}?${query}`, { headers: { Accept: "application/json" } });
    if (!answer.ok || box.value !== asked) return;
    const { reads, error } = await answer.json();
    show(box, error ?? (box.dataset.readsAs ?? "") + reads, Boolean(error));
  }

  const soon = (box) => {
    clearTimeout(waiting.get(box));
    waiting.set(box, setTimeout(() => read(box).catch(() => show(box, "", false)), PAUSE));
  };

  const boxes = (form) => form.querySelectorAll("input[data-reads]");

  document.addEventListener("input", (event) => {
    if (event.target.matches?.("input[data-reads]")) soon(event.target);
  });
  document.addEventListener("change", (event) => {
    const changed = event.target;
    if (!changed.form || changed.matches("input[data-reads]")) return;
    for (const box of boxes(changed.form)) {
      const read = [partOf(box), beside(box, "language"), beside(box, "source")];
      if (read.includes(changed)) soon(box);
    }
  });
})();
