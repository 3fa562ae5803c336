// Copy with one press: the address of a sentence or a claim, or a citation of it. Without this script the
// address is a link, and the citation of a claim is text to select.
"use strict";
if (navigator.clipboard) {
  const told = document.querySelector("[data-copied]").dataset;
  const address = () => document.querySelector("link[rel=canonical]")?.href ?? location.href.replace(/[?#].*/, "");
  const status = document.body.appendChild(document.createElement("p"));
  status.setAttribute("role", "status");
  status.className = "copied";
  let fading;

  const copy = async (text) => {
    await navigator.clipboard.writeText(text);
    status.textContent = told.copied;
    clearTimeout(fading);
    fading = setTimeout(() => (status.textContent = ""), 3000);
  };

  // A sentence as it is cited: its words, the verdicts in it, and where it stands.
  const cited = (sentence, link) => {
    const found = [...sentence.querySelectorAll(".cite > .verdict")];
    const verdicts = found.map((one) => `${one.firstChild.textContent.trim()}: ${one.title}`);
    const words = sentence.cloneNode(true);
    words.querySelectorAll(".cite, .take, .shown").forEach((one) => one.remove());
    const values = {
      sentence: words.textContent.trim().replace(/\s+/g, " ").replace(/ (?=[.,;:!?])/g, ""),
      verdicts: [...new Set(verdicts)].join("; "),
      address: link,
    };
    return told.citation.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
  };

  for (const take of document.querySelectorAll(".said:has(.cite) > .take")) {
    const button = take.appendChild(document.createElement("button"));
    button.type = "button";
    button.setAttribute("aria-label", told.cite);
  }
  for (const button of document.querySelectorAll("[data-copies]")) button.hidden = false;

  addEventListener("click", ({ target, ctrlKey, metaKey, shiftKey, altKey }) => {
    if (ctrlKey || metaKey || shiftKey || altKey) return;
    const { copies } = target.dataset;
    if (copies) copy(copies === "address" ? address() : document.getElementById(copies).textContent);
    const link = target.closest(".take")?.querySelector("a");
    if (!link) return;
    const name = decodeURIComponent(link.hash.slice(1));
    const at = `${address()}#${name}`;
    copy(target === link ? at : cited(document.getElementById(name), at));
  });
}
