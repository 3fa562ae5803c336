// Join the words of a narrative, their marks and their notes. On a wide screen each mark has a note in
// the margin; elsewhere its endnotes show beside it. A mark stays a link: Enter, a modifier or a second
// click leads to the first endnote.
"use strict";
{
  const MARK = "[role=doc-noteref]";
  const BACK = "[role=doc-backlink]";
  const root = document.documentElement;
  const led = (link) => document.getElementById(link.hash.slice(1));
  const marksOf = (note) => [...note.querySelectorAll(BACK)].map(led);
  const notesOf = (mark) =>
    [...document.querySelectorAll(`.endnotes a[href="#${mark.id}"]`)].map((back) => back.closest("li"));
  const citeOf = (mark) => mark.closest(".cite");
  const inMargin = (cite) => cite.querySelector(".sidenote")?.offsetParent;
  let open, note, lit;

  // Not in the style sheet: checkers of CSS do not know the selector yet.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("::highlight(supported) { background-color: var(--mentions-tint); }");
  document.adoptedStyleSheets.push(sheet);

  // The words before a citation: its sentence, from the citation before on.
  const words = (cite) => {
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

  // Light up the notes of some citations and, unless a pointer is on them already, their words.
  const light = (by, cites = [], onWords = false) => {
    if (by === lit) return;
    lit = by;
    document.querySelectorAll(".lit").forEach((one) => one.classList.remove("lit"));
    cites.filter(inMargin).forEach((cite) => cite.classList.add("lit"));
    if (!globalThis.Highlight) return;
    const told = onWords ? [] : cites.map(words);
    CSS.highlights.set("supported", new Highlight(...told));
  };

  const close = () => {
    note?.remove();
    open = note = undefined;
    light();
  };

  const show = (mark) => {
    close();
    const items = notesOf(mark);
    if (!items.length) return;
    note = document.createElement("div");
    note.className = "shown";
    note.setAttribute("role", "note");
    note.setAttribute("aria-label", mark.getAttribute("aria-label"));
    const cite = citeOf(mark);
    const verdict = cite.querySelector(".verdict").cloneNode(true);
    const finding = note.appendChild(document.createElement("p"));
    const word = verdict.firstChild.textContent.trim();
    verdict.replaceChildren(word);
    finding.append(verdict, " ", verdict.title);
    for (const item of items) {
      const part = note.appendChild(document.createElement("section"));
      part.append(...item.cloneNode(true).childNodes);
    }
    note.querySelectorAll(".of").forEach((one) => one.remove());
    const take = cite.closest(".said")?.querySelector(".take");
    if (take) note.append(take.cloneNode(true));
    cite.after(note);
    const at = mark.getBoundingClientRect();
    const from = note.getBoundingClientRect();
    const room = root.clientWidth - note.offsetWidth - 16;
    const above = at.bottom + note.offsetHeight > innerHeight && at.top > note.offsetHeight;
    note.style.left = `${Math.max(Math.min(at.left, room), 16) - from.left}px`;
    note.style.top = `${(above ? at.top - note.offsetHeight - 4 : at.bottom + 4) - from.top}px`;
    open = mark;
    light(cite, [cite]);
  };

  addEventListener("click", (event) => {
    const mark = event.target.closest(MARK);
    const plain = event.detail && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (mark && mark !== open && plain && !inMargin(citeOf(mark))) {
      event.preventDefault();
      show(mark);
    } else if (!event.target.closest(".shown")) close();
  });

  const over = ({ target }) => {
    root.classList.remove("folded");
    const cite = target.closest?.(".cite");
    const item = target.closest?.(".endnotes li");
    if (cite && inMargin(cite)) light(cite, [cite]);
    else if (item) light(item, marksOf(item).map(citeOf));
    else if (!open) light();
  };

  addEventListener("pointerover", over);
  addEventListener("focusin", (event) => {
    const { target } = event;
    if (target === open || target.closest(".shown")) return;
    if (target.matches(`${MARK}:focus-visible`) && !inMargin(citeOf(target))) show(target);
    else close();
    over(event);
  });
  addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return;
    root.classList.add("folded");
    if (!open) return;
    if (note.contains(document.activeElement)) open.focus();
    close();
  });

  // On a small screen the endnotes are folded until one of them is asked for.
  const fold = document.querySelector(".endnotes details");
  const unfold = () => {
    const asked = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!asked || !fold.contains(asked) || fold.open) return;
    fold.open = true;
    asked.scrollIntoView();
  };
  fold.open = innerWidth >= 640;
  unfold();
  addEventListener("hashchange", unfold);
  addEventListener("beforeprint", () => (fold.open = true));

  // From the words under a pointer to their notes.
  const told = new WeakMap();
  document.querySelector("main").addEventListener("pointermove", ({ target, clientX, clientY }) => {
    const block = target.closest(":has(> .cite)");
    const at = document.caretPositionFromPoint?.(clientX, clientY);
    if (!block || !at || open || target.closest(".cite")) return;
    if (!told.has(block)) {
      const cites = [...block.querySelectorAll(":scope > .cite")];
      told.set(block, cites.map((cite) => [words(cite), cite]));
    }
    const here = told.get(block).filter(([range]) => range.isPointInRange(at.offsetNode, at.offset));
    const cites = here.map(([, cite]) => cite);
    light(cites.at(-1)?.firstChild, cites, true);
  });

  // A note in the margin gets as many lines as are free below it. Nothing else moves.
  const prose = document.querySelector(".prose");
  if (prose) new ResizeObserver(() => {
    const sides = [...prose.querySelectorAll(".sidenote")].filter((side) => side.offsetParent);
    const tops = [...sides, null].map((side) =>
      side ? side.getBoundingClientRect().top : prose.getBoundingClientRect().bottom);
    sides.forEach((side, n) => {
      const lines = Math.floor((tops[n + 1] - tops[n] - 8) / side.offsetHeight);
      side.firstElementChild.style.setProperty("--lines", Math.max(lines, 1));
    });
  }).observe(prose);
}
