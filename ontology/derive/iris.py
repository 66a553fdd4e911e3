"""Kinds and fields as RDF terms, and what they specialise in vocabularies that others know."""

from __future__ import annotations

import re

from ontology.schema.kinds import LISTED_WITHIN, STATEMENTS, Kind, Statement

ONTOLOGY = "https://w3id.org/learned-from/ontology#"
EDTF = "http://id.loc.gov/datatypes/edtf/EDTF"

PREFIXES = {
    "lf": ONTOLOGY,
    "dcterms": "http://purl.org/dc/terms/",
    "geo": "http://www.opengis.net/ont/geosparql#",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "qudt": "http://qudt.org/schema/qudt/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "sosa": "http://www.w3.org/ns/sosa/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

# Kind → the class that it is a subclass of.
SUPERCLASSES = {
    "Thing": "prov:Entity",
    "Statement": "prov:Entity",
    "Place": "schema:AdministrativeArea",
    "OrganisationType": "skos:Concept",
    "Organisation": "org:Organization",
    "Person": "prov:Person",
    "Mechanism": "skos:Concept",
    "ReformModel": "prov:Plan",
    "Programme": "schema:Project",
    "Event": "schema:Event",
    "Indicator": "schema:StatisticalVariable",
    "Unit": "qudt:Unit",
    "Source": "schema:CreativeWork",
    "Measurement": "sosa:Observation",
}

# Field → the property of others that says just this; it is used as it is.
REUSED_PROPERTIES = {
    "code": "skos:notation",
    "name_zh": "skos:prefLabel",
    "name_en": "skos:prefLabel",
    "alt_names": "skos:altLabel",
    "broader": "skos:broader",
    "part_of": "dcterms:isPartOf",
    "publisher": "dcterms:publisher",
    "published": "dcterms:issued",
    "language": "dcterms:language",
    "address": "schema:url",
    "author": "dcterms:creator",
    "licence": "dcterms:license",
    "source": "prov:hadPrimarySource",
    "drafted_by": "prov:wasAttributedTo",
    "curator": "dcterms:creator",
    "accepted": "dcterms:dateAccepted",
    "start": "oa:start",
    "end": "oa:end",
}

# Property or edge of ours → the property of others that it specialises.
SUPERPROPERTIES = {
    "subject": "sosa:hasFeatureOfInterest",
    "indicator": "sosa:observedProperty",
    "value": "qudt:numericValue",
    "unit": "qudt:unit",
    "evidence": "dcterms:source",
    "also_at": "dcterms:source",
    "retrieved": "dcterms:date",
    "LEARNED_FROM": "prov:wasInfluencedBy",
    "DERIVED_FROM": "prov:wasDerivedFrom",
    "WITHIN": "geo:sfWithin",
    "LISTED_WITHIN": "geo:sfWithin",
    "BORDERS": "geo:sfTouches",
    "MEMBER_OF": "org:memberOf",
    "COMPRISES": "dcterms:hasPart",
}

# Properties of a statement that are computed from all statements, not from a field.
SOURCE_COUNT_IRI, CONTESTED_IRI, CONTRADICTS_IRI = (
    ONTOLOGY + name for name in ("sourceCount", "contested", "contradicts")
)

# Fields that name a program: in RDF its value is a prov:SoftwareAgent with this name as its label.
AGENTS = ("drafted_by",)

LANGUAGE_OF = {"name_zh": "zh", "name_en": "en"}
# Fields whose language is that in which the dataset's sources name things.
FIELDS_IN_SOURCE_LANGUAGE = ("alt_names",)


def iri(compact: str) -> str:
    """`skos:broader` in full."""
    prefix, _, local = compact.partition(":")
    return PREFIXES[prefix] + local


def class_iri(kind: type[Kind]) -> str:
    """The class of a kind."""
    return ONTOLOGY + kind.__name__


def property_iri(field: str) -> str:
    """The property of a field: one of others if it says just this, else ours."""
    return iri(REUSED_PROPERTIES[field]) if field in REUSED_PROPERTIES else ONTOLOGY + camel(field)


def edge_iri(type: str) -> str:
    """The direct property of an edge type: `LEARNED_FROM` is `lf:learnedFrom`."""
    return ONTOLOGY + camel(type.lower())


def bound_iris(kind: type[Kind], field: str) -> tuple[str, ...]:
    """The properties of the first and last day that a date field may mean.

    Of the date of a statement, a third is the day by which it has begun for certain, which a date
    with an open end has too. Filters compare these: no date drops out because it is less precise.
    """
    is_date_of_statement = issubclass(kind, Statement) and kind.date_field == field
    ends = ("earliest", "latest", "begun_by") if is_date_of_statement else ("earliest", "latest")
    return tuple(ONTOLOGY + camel(f"{field}_{end}") for end in ends)


def edge_types() -> list[str]:
    """Every edge type that joins two things."""
    return sorted({edge.type for kind in STATEMENTS for edge in kind.edges} | {LISTED_WITHIN})


def camel(name: str) -> str:
    """`value_written` as `valueWritten`."""
    return re.sub(r"_(\w)", lambda match: match[1].upper(), name)
