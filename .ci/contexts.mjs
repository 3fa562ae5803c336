// The JSON-LD contexts that sites name. No package carries them, so they are made here.

const OA = "http://www.w3.org/ns/oa#";
const AS = "https://www.w3.org/ns/activitystreams#";
const COUNT = "http://www.w3.org/2001/XMLSchema#nonNegativeInteger";
const SCHEMA = "http://schema.org/";

// Schema.org's: every name is one of its vocabulary's, and what can only be an address is one.
export function schemaOrgContext(vocabulary) {
  const addresses = vocabulary.propertiesOf(`${SCHEMA}URL`);
  const terms = addresses.map((id) => [id.slice(SCHEMA.length), { "@id": id, "@type": "@id" }]);
  return { "@vocab": SCHEMA, ...Object.fromEntries(terms) };
}

const same = (...terms) => Object.fromEntries(terms.map((term) => [term, OA + term]));
const address = (id) => ({ "@id": id, "@type": "@id" });
const word = (id) => ({ "@id": id, "@type": "@vocab", "@context": { "@vocab": OA } });
const number = (id) => ({ "@id": id, "@type": COUNT });

// That of Web Annotations (Web Annotation Vocabulary, appendix A), for the terms in use: another term
// is a fault.
export const annotationContext = {
  id: "@id",
  type: "@type",
  ...same("Annotation", "TextualBody", "TextQuoteSelector", "TextPositionSelector", "TimeState"),
  ...same("assessing", "linking", "tagging", "exact", "prefix", "suffix"),
  AnnotationCollection: `${AS}OrderedCollection`,
  AnnotationPage: `${AS}OrderedCollectionPage`,
  motivation: word(`${OA}motivatedBy`),
  purpose: word(`${OA}hasPurpose`),
  body: address(`${OA}hasBody`),
  target: address(`${OA}hasTarget`),
  source: address(`${OA}hasSource`),
  selector: address(`${OA}hasSelector`),
  state: address(`${OA}hasState`),
  cached: address(`${OA}cachedSource`),
  start: number(`${OA}start`),
  end: number(`${OA}end`),
  value: "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
  language: "http://purl.org/dc/elements/1.1/language",
  label: "http://www.w3.org/2000/01/rdf-schema#label",
  first: address(`${AS}first`),
  partOf: address(`${AS}partOf`),
  items: { ...address(`${AS}items`), "@container": "@list" },
  total: number(`${AS}totalItems`),
  startIndex: number(`${AS}startIndex`),
};
