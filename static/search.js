// Search by the index that a build made with Pagefind. Where it cannot be read, as from disk, the
// form does what it does by itself: it leads to the list of claims. Texts of articles come out of
// the index, so they are set as text and never as markup.
"use strict";
{
  const byId = (id) => document.getElementById(`search${id}`);
  const [form, field, hint, instead] = ["", "-text", "-hint", "-instead"].map(byId);
  const AT_ONCE = 10;
  const RANKED = 30;
  const PAUSE = 150;
  let engine, timer;
  let turn = 0;

  const work = (works) => {
    hint.hidden = !works;
    instead.hidden = works;
  };

  // As briefing/search.py cuts what it indexes; symbols that are not part of words there are dropped here.
  const SEAMS = /(?<=\w)(?=[$€£¥])|(?<=[$€£¥])(?=\d)|(?<=\b[A-Za-z]{3})(?=\d)|(?<=[–—])(?=\w)|(?<=[^\s.])(?=\.+(?!\w))/g;
  const asked = (text) => text.replace(/[“”„]/g, '"').replace(/(?![$€£¥])\p{S}/gu, " ")
    .replace(SEAMS, " ").replace(/(?<!\S)\.+(?!\w)/g, " ").trim();

  // Words, with those that were found marked, but not the signs around them. A word joiner at the end of
  // a word says that the blank after it was put in.
  const nodes = (words, isHit) => {
    const runs = [];
    words.forEach((word, n) => {
      const hit = isHit(word, n);
      if (runs.at(-1)?.hit !== hit) runs.push({ hit, text: "" });
      runs.at(-1).text += word.endsWith("\u2060") ? word.slice(0, -1) : `${word} `;
    });
    return runs.flatMap(({ hit, text }) => {
      const [, before, find, after] = /^([^\p{L}\p{N}$€£¥]*)(.*?)([^\p{L}\p{N}%]*)$/su.exec(text);
      if (!hit || !/[\p{L}\p{N}]/u.test(find)) return text;
      const mark = document.createElement("mark");
      mark.textContent = find;
      return [before, mark, after];
    });
  };

  // For a word that it does not know Pagefind takes the longest it knows that begins it: 52 for 524,
  // and "to" for Toyota. In quotes it takes none in its place, and knows words by their stems. One
  // that is half typed it does not know so, but then some result has a word that begins with it.
  const flat = (text) => ` ${text.toLowerCase().replace(/(?<=\d),(?=\d)/g, "")}`
    .replace(/[^\p{L}\p{M}\p{N}.%]+/gu, " ");
  const holds = async (data, query, find) => {
    const told = data.map(({ meta, content }) => flat(`${meta.title} ${content}`));
    for (const word of query.replaceAll('"', " ").trim().split(/\s+/)) {
      const begun = flat(word).trimEnd();
      if (!told.some((one) => one.includes(begun)) && !(await find(`"${word}"`)).length) return false;
    }
    return true;
  };

  // Pagefind adds up what each word weighs, in titles more than elsewhere: a claim with one rare word
  // comes before the topic of that name. Of its first results those come first whose title is what was
  // asked, then those whose title has all of its words.
  const fits = ({ meta }, query) => {
    const [told, words] = [meta.title, query].map((text) => flat(text).trim());
    if (told === words) return 2;
    return Number(words.split(" ").every((word) => ` ${told}`.includes(` ${word}`)));
  };

  const titled = (title, query) => {
    const terms = query.toLowerCase().replaceAll('"', "").split(/\s+/);
    const bare = (word) => word.toLowerCase().replace(/^["'‘“(]+/, "");
    return nodes(title.split(/\s+/), (word) => terms.some((term) => bare(word).startsWith(term)));
  };

  const excerpt = ({ content, raw_content, plain_excerpt, locations }) => {
    const words = content.split(/\s+/);
    const before = ` ${raw_content}`.split(` ${plain_excerpt}`, 1)[0].trim();
    let start = before ? before.split(/\s+/).length : 0;
    const end = start + plain_excerpt.split(/\s+/).length;
    if (/^\.+$/.test(words[start])) start++; // the stop of the sentence before
    const hits = new Set(locations);
    const found = nodes(words.slice(start, end), (_, n) => hits.has(start + n));
    return [start ? "… " : "", ...found, end < words.length ? "…" : ""];
  };

  const row = (data, query) => {
    const { raw_url, meta } = data;
    const result = byId("-result");
    const item = result.content.cloneNode(true);
    const kind = document.createElement(meta.verdict ? "strong" : "span");
    kind.className = meta.verdict ? `verdict ${meta.verdict}` : "phrase";
    kind.textContent = result.dataset[meta.verdict] ?? meta.kind;
    item.querySelector(".mark").append(kind);
    const link = item.querySelector("a");
    link.href = raw_url;
    link.append(...titled(meta.title, query));
    item.querySelector(".why").append(...excerpt(data));
    return item;
  };

  const start = () => {
    const [count, list, more] = ["-count", "-results", "-more"].map(byId);

    const giveUp = () => {
      work(false);
      list.hidden = more.hidden = true;
      count.textContent = "";
    };

    const load = () => (engine ??= import("../pagefind/pagefind.js"));
    const find = async (query) => (await (await load()).search(query)).results;

    const search = async () => {
      const mine = ++turn;
      const words = field.value.trim();
      const here = new URL(location.href);
      here.search = words && new URLSearchParams({ q: words });
      if (here.href !== location.href) history.replaceState(null, "", here);
      const query = asked(words);
      const results = query ? await find(query) : [];
      let shown = 0;
      const read = (from, count) => Promise.all(results.slice(from, from + count).map((one) => one.data()));
      const ranked = (await read(0, RANKED)).sort((one, other) => fits(other, query) - fits(one, query));
      if (results.length && !(await holds(ranked, query, find))) results.length = ranked.length = 0;
      const add = async () => {
        more.disabled = true;
        const data = await (shown < RANKED ? ranked.slice(shown, shown + AT_ONCE) : read(shown, AT_ONCE));
        if (mine !== turn) return;
        if (!shown) list.replaceChildren();
        list.append(...data.map((one) => row(one, query)));
        if (shown) list.children[shown].querySelector("a").focus();
        shown += data.length;
        more.hidden = shown >= results.length;
        more.disabled = false;
      };
      await add();
      if (mine !== turn) return;
      more.onclick = () => add().catch(giveUp);
      const { none, one, many } = count.dataset;
      const found = [none, one][results.length] ?? many.replace("#", results.length.toLocaleString(document.documentElement.lang));
      count.textContent = words && found.replace("?", () => words);
    };

    const run = () => hint.hidden || search().catch(giveUp);

    field.addEventListener("focus", () => load().catch(giveUp), { once: true });
    field.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(run, PAUSE);
    });
    form.addEventListener("submit", (event) => {
      if (hint.hidden) return;
      event.preventDefault();
      clearTimeout(timer);
      run();
    });
    if (field.value) run();
  };

  field.value = new URLSearchParams(location.search).get("q") ?? "";
  if (location.protocol !== "file:") {
    work(true);
    document.addEventListener("DOMContentLoaded", start);
  }
}
