// Show a note beside its mark and light up the words that it supports. A mark stays a link: Enter,
// a modifier or a second click leads to the endnote.
"use strict";
{
  const MARK = "[role=doc-noteref]";
  const BACK = "[role=doc-backlink]";
  const led = (link) => document.getElementById(link.hash.slice(1));
  let open, note, lit;

  // Not in the style sheet: checkers of CSS do not know the selector yet.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("::highlight(supported) { background-color: var(--mentions-tint); }");
  document.adoptedStyleSheets.push(sheet);

  // The words before a mark: its sentence, from the citation before on.
  const words = (mark) => {
    const cite = mark.closest(".cite");
    const block = cite.parentElement;
    const range = new Range();
    let end = cite;
    const before = () => {
      range.selectNodeContents(block);
      range.setEndBefore(end);
    };
    before();
    const cites = [...block.querySelectorAll(".cite")];
    for (const other of cites.slice(0, cites.indexOf(cite)).reverse()) {
      range.setStartAfter(other);
      if (range.toString().trim()) break;
      end = other;
      before();
    }
    const stops = [...range.toString().matchAll(/(?:^|[.!?。！？]["”’)]*)\s+(?=\S)/g)];
    let left = stops.length ? stops.at(-1).index + stops.at(-1)[0].length : 0;
    const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    while (left && texts.nextNode()) {
      const text = texts.currentNode;
      if (!range.intersectsNode(text)) continue;
      if (left < text.length) {
        range.setStart(text, left);
        break;
      }
      left -= text.length;
    }
    return range;
  };

  const light = (item, marks = []) => {
    if (item === lit || !globalThis.Highlight) return;
    lit = item;
    CSS.highlights.set("supported", new Highlight(...marks.map(words)));
  };

  const close = () => {
    note?.remove();
    open = note = undefined;
    light();
  };

  const show = (mark) => {
    close();
    const item = led(mark);
    if (!item) return;
    note = document.createElement("div");
    note.className = "shown";
    note.setAttribute("role", "note");
    note.setAttribute("aria-label", mark.getAttribute("aria-label"));
    note.append(...item.cloneNode(true).childNodes);
    note.querySelectorAll(BACK).forEach((back) => back.remove());
    mark.closest(".cite").after(note);
    const at = mark.getBoundingClientRect();
    const from = note.getBoundingClientRect();
    const room = document.documentElement.clientWidth - note.offsetWidth - 16;
    const above = at.bottom + note.offsetHeight > innerHeight && at.top > note.offsetHeight;
    note.style.left = `${Math.max(Math.min(at.left, room), 16) - from.left}px`;
    note.style.top = `${(above ? at.top - note.offsetHeight - 4 : at.bottom + 4) - from.top}px`;
    open = mark;
    light(item, [mark]);
  };

  addEventListener("click", (event) => {
    const mark = event.target.closest(MARK);
    const plain = event.detail && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (mark && mark !== open && plain) {
      event.preventDefault();
      show(mark);
    } else if (!event.target.closest(".shown")) close();
  });

  const over = ({ target }) => {
    const item = target.closest?.(".endnotes li");
    if (item) light(item, [...item.querySelectorAll(BACK)].map(led));
    else if (!open) light();
  };

  addEventListener("pointerover", over);
  addEventListener("focusin", (event) => {
    const { target } = event;
    if (target === open || target.closest(".shown")) return;
    if (target.matches(`${MARK}:focus-visible`)) show(target);
    else close();
    over(event);
  });
  addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !open) return;
    if (note.contains(document.activeElement)) open.focus();
    close();
  });
}
