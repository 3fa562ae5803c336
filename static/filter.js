// Filter the rows of a list. The form is there for those who have scripts; the address keeps what
// was chosen, so that it can be shared and reloaded, from disk too.
"use strict";
{
  const form = document.getElementById("filter");
  // A keyboard has no minus sign, and a phone writes apostrophes of its own.
  const fold = (text) => text.normalize("NFKC").replace(/\u2212/g, "-").replace(/\u2019/g, "'").toLowerCase();
  form.hidden = false;

  const restore = () => {
    for (const [name, value] of new URLSearchParams(location.search)) {
      const field = form.elements.namedItem(name);
      if (!field) continue;
      // What only another page of the list holds can be kept, and leaves nothing here.
      if (field.options && ![...field.options].some((one) => one.value === value)) {
        field.add(new Option(value, value));
      }
      field.value = value;
    }
  };

  const start = () => {
    const rows = [...document.querySelectorAll("[data-verdict]")];
    const texts = rows.map((row) => fold(row.textContent));
    const groups = document.querySelectorAll("[data-group]");
    const links = document.querySelectorAll(".pager a");
    const count = document.getElementById("filter-count");

    const filter = () => {
      const chosen = [...new FormData(form)].filter(([, value]) => value.trim());
      const tests = chosen.map(([name, value]) => {
        if (name !== "text") return (n) => rows[n].dataset[name].split(" ").includes(value);
        const words = fold(value).split(/\s+/);
        return (n) => words.every((word) => texts[n].includes(word));
      });
      let shown = 0;
      rows.forEach((row, n) => {
        row.hidden = !tests.every((test) => test(n));
        shown += !row.hidden;
      });
      for (const group of groups) group.hidden = !group.querySelector("[data-verdict]:not([hidden])");
      count.textContent = count.dataset.words.replace("#", shown);

      const query = new URLSearchParams(chosen).toString();
      for (const link of links) link.search = query;
      const here = new URL(location.href);
      here.search = query;
      if (here.href !== location.href) history.replaceState(null, "", here);
    };

    restore();
    filter();
    form.addEventListener("input", filter);
    form.addEventListener("reset", () => setTimeout(filter));
    form.addEventListener("submit", (event) => event.preventDefault());
  };

  document.addEventListener("DOMContentLoaded", start);
}
