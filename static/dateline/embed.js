// For pages that frame a timeline of this site: makes each frame as high as what it shows. Only frames of the site
// that this script comes from are listened to, and nothing of them is taken but a number.
(() => {
  "use strict";
  const site = new URL(document.currentScript.src).origin;
  const most = 10000; // pixels
  const framed = () =>
    [...document.querySelectorAll("iframe")].filter((one) => one.src && new URL(one.src, location.href).origin === site);
  window.addEventListener("message", (event) => {
    if (event.origin !== site) return;
    const height = event.data?.dateline?.height;
    if (!Number.isFinite(height) || height < 1) return;
    const frame = framed().find((one) => one.contentWindow === event.source);
    if (frame) frame.style.height = `${Math.min(height, most)}px`;
  });
  const ask = () => framed().forEach((one) => one.contentWindow?.postMessage({ dateline: "height?" }, "*"));
  ask();
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", ask);
})();
