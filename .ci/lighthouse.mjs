// Hold pages of the built site to Lighthouse's marks. Serves the folder on a free port of this machine,
// compressed as GitHub Pages does, asserts that the page which answered is its own, and prints every
// mark. Accessibility, best practices and SEO must be 100 and the layout must not shift. The mark for
// performance moves with what else the machine does: the best of three tries must reach 95.
//
//   CHROMIUM=/usr/bin/chromium node .ci/lighthouse.mjs site index.html capex.html …
import { spawn } from "node:child_process";
import { createReadStream, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { createGzip } from "node:zlib";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const [folder, ...pages] = process.argv.slice(2);
const TYPES = { ".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml" };
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
// A host has one robots.txt at its root, and a site in a folder of it cannot bring its own. The audit
// asks this server for one, not the page, and fails if the answer takes the browser over two seconds.
const OF_THE_HOST = ["robots-txt"];

const server = createServer((request, response) => {
  const path = join(folder, normalize(new URL(request.url, "http://localhost").pathname));
  try {
    if (!statSync(path).isFile()) throw new Error("no file");
    response.setHeader("Content-Type", TYPES[extname(path)] ?? "application/octet-stream");
    response.setHeader("Content-Encoding", "gzip");
    createReadStream(path).pipe(createGzip()).pipe(response);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
const root = `http://127.0.0.1:${server.address().port}/`;
const flags = ["--headless=new", "--disable-gpu", "--no-first-run", "--disable-background-networking"];
if (process.getuid?.() === 0) flags.push("--no-sandbox");
const chrome = await launch({ chromePath: process.env.CHROMIUM, chromeFlags: flags });
let failed = 0;
try {
  for (const page of pages) {
    const own = readFileSync(join(folder, page), "utf8").match(/<title>(.*?)<\/title>/s)[1];
    let best;
    for (let tries = 0; tries < 3 && !(best?.marks[0] === 100); tries += 1) {
      const settings = { onlyCategories: CATEGORIES, skipAudits: OF_THE_HOST, logLevel: "error" };
      const { lhr } = await lighthouse(root + page, { port: chrome.port, ...settings });
      const marks = CATEGORIES.map((name) => Math.round(100 * lhr.categories[name].score));
      if (!best || marks[0] > best.marks[0]) best = { lhr, marks };
    }
    const { lhr, marks } = best;
    const shift = lhr.audits["cumulative-layout-shift"].numericValue;
    const least = (mark, at) => mark < (at === 0 ? 95 : 100);
    console.log(`${page}: ${CATEGORIES.map((name, at) => `${name} ${marks[at]}`).join(", ")}, layout shift ${shift}`);
    if (lhr.finalDisplayedUrl !== root + page || !own || marks.some(least) || shift > 0) {
      failed += 1;
      for (const audit of Object.values(lhr.audits)) {
        if (audit.score !== null && audit.score < 1 && audit.scoreDisplayMode !== "informative") {
          const more = [audit.displayValue, audit.explanation, audit.errorMessage].filter(Boolean).join("; ");
          console.log(`  ${audit.id}: ${audit.title} ${more}`);
        }
      }
    }
  }
} finally {
  await chrome.kill();
  server.close();
}
process.exit(failed ? 1 : 0);
