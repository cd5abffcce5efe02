// The terms of http://www.w3.org/ns/anno.jsonld that exported annotations use, with their meaning after the Web Annotation
// Vocabulary (W3C Recommendation, 2017), so that a processor needs no network.

const OA = "http://www.w3.org/ns/oa#";
const AS = "http://www.w3.org/ns/activitystreams#";
const DCTERMS = "http://purl.org/dc/terms/";
const DC = "http://purl.org/dc/elements/1.1/";

/** A term whose values are addresses. */
const link = (id: string) => ({ "@id": id, "@type": "@id" });

/** A term whose values are words of the vocabulary. */
const word = (id: string) => ({ "@id": id, "@type": "@vocab" });

export const ADDRESS = "http://www.w3.org/ns/anno.jsonld";

export const OA_ANNOTATION = `${OA}Annotation`;
export const OA_TARGET = `${OA}hasTarget`;
export const OA_SOURCE = `${OA}hasSource`;
export const OA_SELECTOR = `${OA}hasSelector`;
export const OA_EXACT = `${OA}exact`;

export const TERMS = {
  "@context": {
    id: "@id",
    type: "@type",
    AnnotationCollection: `${AS}OrderedCollection`,
    AnnotationPage: `${AS}OrderedCollectionPage`,
    Software: `${AS}Application`,
    generator: link(`${AS}generator`),
    first: link(`${AS}first`),
    partOf: link(`${AS}partOf`),
    items: { "@id": `${AS}items`, "@type": "@id", "@container": "@list" },
    total: `${AS}totalItems`,
    startIndex: `${AS}startIndex`,
    Annotation: OA_ANNOTATION,
    TextualBody: `${OA}TextualBody`,
    SpecificResource: `${OA}SpecificResource`,
    TextQuoteSelector: `${OA}TextQuoteSelector`,
    TextPositionSelector: `${OA}TextPositionSelector`,
    classifying: `${OA}classifying`,
    describing: `${OA}describing`,
    identifying: `${OA}identifying`,
    tagging: `${OA}tagging`,
    motivation: word(`${OA}motivatedBy`),
    purpose: word(`${OA}hasPurpose`),
    body: link(`${OA}hasBody`),
    target: link(OA_TARGET),
    source: link(OA_SOURCE),
    selector: link(OA_SELECTOR),
    via: link(`${OA}via`),
    exact: OA_EXACT,
    prefix: `${OA}prefix`,
    suffix: `${OA}suffix`,
    start: `${OA}start`,
    end: `${OA}end`,
    creator: link(`${DCTERMS}creator`),
    rights: link(`${DCTERMS}rights`),
    created: `${DCTERMS}created`,
    generated: `${DCTERMS}issued`,
    format: `${DC}format`,
    language: `${DC}language`,
    value: "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
    label: "http://www.w3.org/2000/01/rdf-schema#label",
    name: "http://xmlns.com/foaf/0.1/name",
  },
};
