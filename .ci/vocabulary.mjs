// Hold expanded JSON-LD to a vocabulary: its classes and properties must be the vocabulary's, and
// stand and point where it says. Reads schema.org's domainIncludes and rangeIncludes, and RDFS.

const RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const RDFS = "http://www.w3.org/2000/01/rdf-schema#";
const OWL = "http://www.w3.org/2002/07/owl#";
const XSD = "http://www.w3.org/2001/XMLSchema#";
const SCHEMA = "http://schema.org/";
const CLASSES = new Set([`${RDFS}Class`, `${OWL}Class`]);
const PROPERTIES = new Set([`${RDF}Property`, `${OWL}ObjectProperty`, `${OWL}DatatypeProperty`]);
const DOMAIN = new Set([`${SCHEMA}domainIncludes`, `${RDFS}domain`]);
const RANGE = new Set([`${SCHEMA}rangeIncludes`, `${RDFS}range`]);
const PARENT = new Set([`${RDFS}subClassOf`]);

// A day, month or year of ISO 8601, one that there is.
const isDate = (text) => /^\d{4}(-\d\d){0,2}$/.test(text) && !Number.isNaN(Date.parse(text));
const LITERALS = {
  [`${SCHEMA}Text`]: (value) => typeof value === "string",
  [`${SCHEMA}Date`]: (value) => typeof value === "string" && isDate(value),
  [`${XSD}string`]: (value) => typeof value === "string",
  [`${XSD}nonNegativeInteger`]: (value) => Number.isInteger(value) && value >= 0,
};
// What RFC 3987 lets stand in no address, in no place.
const NO_ADDRESS = /[\u0000-\u0020<>"{}|\\^`]|%(?![0-9A-Fa-f]{2})/;
const short = (id) => id.replace(/^.*[/#]/, "");

const term = (value) => ({ value });
const quad = (subject, predicate, object) => ({ subject, predicate, object });
const factory = { namedNode: term, literal: term, blankNode: term, quad };

export class Vocabulary {
  // `statements`: a package @vocabulary/…; a name that begins with `space` must be among them.
  constructor(statements, space) {
    this.space = space;
    this.said = new Map(); // subject -> predicate -> objects
    for (const { subject, predicate, object } of statements({ factory })) {
      const about = this.said.get(subject.value) ?? this.said.set(subject.value, new Map()).get(subject.value);
      about.set(predicate.value, [...(about.get(predicate.value) ?? []), object.value]);
    }
  }

  #owns(id) {
    return id.startsWith(this.space);
  }

  // The objects that the vocabulary gives an id by one of several predicates.
  of(id, predicates) {
    return [...predicates].flatMap((one) => this.said.get(id)?.get(one) ?? []);
  }

  is(id, kinds) {
    return this.of(id, [`${RDF}type`]).some((kind) => kinds.has(kind));
  }

  // The properties of which a value can only be of one class.
  propertiesOf(range) {
    return [...this.said.keys()].filter((id) => {
      const ranges = this.of(id, RANGE);
      return ranges.length === 1 && ranges[0] === range;
    });
  }

  // A class and all above it.
  above(id, seen = new Set()) {
    if (!seen.has(id)) {
      seen.add(id);
      for (const parent of this.of(id, PARENT)) this.above(parent, seen);
    }
    return seen;
  }

  among(kinds, classes) {
    return kinds.some((kind) => [...this.above(kind)].some((one) => classes.includes(one)));
  }

  // Say what is wrong with a node and all within it; `expected` are the classes that the property
  // which leads to it asks for, and stand for those of a node that names none.
  *faults(node, expected = []) {
    const kinds = node["@type"] ?? [];
    const where = `${kinds.map(short).join(", ") || "a node"} ${node["@id"] ?? ""}`.trim();
    for (const kind of kinds) {
      if (this.#owns(kind) && !this.is(kind, CLASSES)) yield `${where}: there is no class ${kind}`;
    }
    if (node["@id"] && NO_ADDRESS.test(node["@id"])) yield `${where}: no address`;
    for (const [property, values] of Object.entries(node)) {
      if (property.startsWith("@")) continue;
      if (this.#owns(property) && !this.is(property, PROPERTIES)) {
        yield `${where}: there is no property ${property}`;
      }
      const domain = this.of(property, DOMAIN);
      const bearers = kinds.length ? kinds : expected;
      if (domain.length && bearers.length && !this.among(bearers, domain)) {
        yield `${where}: ${short(property)} is for ${domain.map(short).join(", ")}`;
      }
      for (const value of values.flatMap((one) => one["@list"] ?? [one])) {
        yield* this.#valueFaults(value, `${where}: ${short(property)}`, this.of(property, RANGE));
      }
    }
  }

  *#valueFaults(value, where, range) {
    if ("@value" in value) {
      if (range.length && !range.some((one) => LITERALS[one]?.(value["@value"]))) {
        yield `${where} is ${JSON.stringify(value["@value"])}, and wants ${range.map(short).join(", ")}`;
      }
      return;
    }
    const id = value["@id"] ?? "";
    const known = this.#owns(id);
    if (known && !this.said.has(id)) yield `${where} is ${id}, which is not there`;
    const kinds = value["@type"] ?? (known ? this.of(id, [`${RDF}type`]) : []);
    const wanted = range.filter((one) => !(one in LITERALS));
    if (range.length && !wanted.length) yield `${where} wants no node but ${range.map(short).join(", ")}`;
    if (kinds.length && wanted.length && !this.among(kinds, wanted)) {
      yield `${where} is a ${kinds.map(short).join(", ")}, and wants ${wanted.map(short).join(", ")}`;
    }
    yield* this.faults(value, wanted);
  }
}
