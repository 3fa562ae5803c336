// Filter the list of claims. The form is there for those who have scripts; the address keeps what
// was chosen, so that it can be shared and reloaded, from disk too. Of a list of several pages all
// claims are looked through: they come as a script, since from disk nothing else can be read, and
// only once somebody turns to the form.
"use strict";
{
  const form = document.getElementById("filter");
  const { rows: file } = form.dataset;
  const AT_ONCE = 200;
  // A keyboard has no minus sign, and a phone writes apostrophes of its own.
  const fold = (text) => text.normalize("NFKC").replace(/\u2212/g, "-").replace(/\u2019/g, "'").toLowerCase();
  const byId = (id) => document.getElementById(`filter-${id}`);
  let all;

  form.hidden = false;
  // What the address asks for comes in the place of the list: that must not be seen before.
  if (file && [...new URLSearchParams(location.search).values()].some((one) => one.trim())) form.classList.add("whole");

  const restore = () => {
    for (const [name, value] of new URLSearchParams(location.search)) {
      const field = form.elements.namedItem(name);
      if (!field) continue;
      // What is not offered can be kept.
      if (field.options && ![...field.options].some((one) => one.value === value)) {
        field.add(new Option(value, value));
      }
      field.value = value;
    }
  };

  // Rows of this page: what each is found by, and how to leave some of them.
  const here = () => {
    const rows = [...document.querySelectorAll("[data-verdict]")];
    const groups = document.querySelectorAll("[data-group]");
    return {
      found: rows.map((row) => ({ ...row.dataset, text: fold(row.textContent) })),
      words: byId("count").dataset.page ?? byId("count").dataset.words,
      show: (left) => {
        const kept = new Set(left);
        rows.forEach((row, n) => { row.hidden = !kept.has(n); });
        for (const group of groups) group.hidden = !group.querySelector("[data-verdict]:not([hidden])");
      },
    };
  };

  const entry = ([id, , topic, verdict, , , frail, statement, phrase, label, values, why], { topics, verdicts }) => {
    const item = byId("row").content.cloneNode(true);
    const put = (where, text) => {
      const part = item.querySelector(where);
      part.textContent = text;
      if (!text) part.remove();
      return part;
    };
    put(".verdict", verdicts[verdict]).classList.add(verdict, ...(frail ? ["frail"] : []));
    put(".phrase", phrase);
    put(".statement a", statement).href = `${form.dataset.root}claims/${id}.html`;
    put(".badge", label);
    put(".why b", values);
    put(".why > span", why);
    put(".quiet", topics[topic] ?? topic).href = `${form.dataset.root}${topics[topic] ? topic : "claims/index"}.html`;
    return item;
  };

  // Claims of all pages: those left are listed in the place of this page's own.
  const everywhere = (claims) => {
    const [list, more] = ["list", "more"].map(byId);
    const { rows, sources } = claims;
    const field = form.elements.source;
    const offered = new Map([...(field?.options ?? [])].map((one) => [one.value, one]));
    for (const [id, name] of sources) {
      if (offered.has(id)) offered.get(id).text = name;
      else field.add(new Option(name, id));
    }
    return {
      found: rows.map(([, tier, topic, verdict, kind, source, , ...texts]) => ({
        ...{ tier, topic, verdict, kind, source },
        text: fold([claims.verdicts[verdict], claims.topics[topic], ...texts].join(" ")),
      })),
      words: byId("count").dataset.words,
      show: (left) => {
        const add = (from) => {
          list.append(...left.slice(from, from + AT_ONCE).map((n) => entry(rows[n], claims)));
          more.hidden = left.length <= from + AT_ONCE;
        };
        list.replaceChildren();
        add(0);
        more.onclick = () => {
          const { length } = list.children;
          add(length);
          list.children[length].querySelector("a").focus();
        };
      },
    };
  };

  const load = () => (all ??= new Promise((done, failed) => {
    const script = document.createElement("script");
    Object.assign(script, { src: file, onload: done, onerror: failed });
    document.head.append(script);
  }).then(() => everywhere(CLAIMS)).catch(() => {
    byId("failed").hidden = false;
    return here();
  }));

  const start = () => {
    const count = byId("count");
    const everything = count.textContent;
    const page = here();
    let turn = 0;

    const filter = async () => {
      const mine = ++turn;
      const chosen = [...new FormData(form)].filter(([, value]) => value.trim());
      const address = new URL(location.href);
      address.search = new URLSearchParams(chosen);
      if (address.href !== location.href) history.replaceState(null, "", address);

      const { found, words, show } = file && chosen.length ? await load() : page;
      if (mine !== turn) return;
      const tests = chosen.map(([name, value]) => {
        if (name !== "text") return (one) => one[name].split(" ").includes(value);
        const parts = fold(value).split(/\s+/);
        return (one) => parts.every((part) => one.text.includes(part));
      });
      const left = [...found.keys()].filter((n) => tests.every((test) => test(found[n])));
      show(left);
      form.classList.toggle("whole", Boolean(file && chosen.length && words === count.dataset.words));
      const { lang } = document.documentElement;
      count.textContent = chosen.length ? words.replace("#", left.length.toLocaleString(lang)) : everything;
    };

    restore();
    filter();
    if (file) for (const type of ["pointerover", "focusin"]) form.addEventListener(type, load, { once: true });
    form.addEventListener("input", filter);
    form.addEventListener("reset", () => setTimeout(filter));
    form.addEventListener("submit", (event) => event.preventDefault());
  };

  document.addEventListener("DOMContentLoaded", start);
}
