"""The kinds as closed SHACL shapes; every message says what is allowed, in both languages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from rdflib import DCTERMS, RDF, SH, SKOS, XSD, BNode, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.term import Identifier

from ontology.derive.field_description import field_description
from ontology.derive.iris import (
    AGENTS,
    CONTESTED_IRI,
    CONTRADICTS_IRI,
    EDTF,
    FIELDS_IN_SOURCE_LANGUAGE,
    ONTOLOGY,
    SOURCE_COUNT_IRI,
    SUPERCLASSES,
    SUPERPROPERTIES,
    bound_iris,
    class_iri,
    edge_iri,
    iri,
    property_iri,
)
from ontology.derive.rdf_common import (
    CLAIM_WORDS,
    EVIDENCE,
    EVIDENCE_WORD,
    ID_WORD,
    SCHEME_WORD,
    SHAPES,
    STATEMENT_ID,
    empty_graph,
)
from ontology.labels.labels import Word, schema_words
from ontology.schema.fields import Field, fields, kind_by_name
from ontology.schema.kinds import LISTED_WITHIN, SELF, STATEMENTS, THINGS, Kind, Place, Statement
from texts.tables import LANGUAGES

SPOT_FIELDS = {"start", "end", "sha256", "also_at"}
# The constraints of one property shape.
Rules = Mapping[URIRef, Identifier]
DATATYPES = {int: XSD.integer, Decimal: XSD.decimal, date: XSD.date}


def shapes() -> Graph:
    """One closed shape a kind, and those of a statement's spots; messages in both languages."""
    graph = empty_graph()
    for kind in (*THINGS, *STATEMENTS):
        _add_shape(graph, kind)
    _add_spot_shapes(graph)
    return graph


def _add_shape(graph: Graph, kind: type[Kind]) -> None:
    shape = URIRef(SHAPES + kind.__name__)
    graph.add((shape, RDF.type, SH.NodeShape))
    graph.add((shape, SH.targetClass, URIRef(class_iri(kind))))
    _close(graph, shape, [DCTERMS.available] if issubclass(kind, Statement) else [])
    statement = issubclass(kind, Statement)
    names = [f for f in fields(kind) if f.name in ("name_zh", "name_en")]
    for field in fields(kind):
        if field in names or (statement and field.name in SPOT_FIELDS):
            continue
        _add_field(graph, shape, kind, field)
    if names:
        _add_names(graph, shape)
    _add_edges(graph, shape, kind)
    if SUPERCLASSES.get(kind.__name__) == "skos:Concept":
        exactly_one_scheme: Rules = {SH.minCount: Literal(1), SH.maxCount: Literal(1)}
        _add_path(graph, shape, SKOS.inScheme, SCHEME_WORD, exactly_one_scheme)
        _add_path(graph, shape, SKOS.topConceptOf, SCHEME_WORD, {SH.maxCount: Literal(1)})
    if statement:
        spot = {SH["class"]: URIRef(iri("oa:SpecificResource"))}
        first = {**spot, SH.minCount: Literal(1), SH.maxCount: Literal(1)}
        _add_path(graph, shape, EVIDENCE, EVIDENCE_WORD, first)
        _add_path(graph, shape, URIRef(property_iri("also_at")), schema_words()["also_at"], spot)
        exactly_one = {SH.minCount: Literal(1), SH.maxCount: Literal(1), SH.datatype: XSD.string}
        _add_path(graph, shape, STATEMENT_ID, ID_WORD, exactly_one)
        for name, rules in _claim_rules().items():
            _add_path(graph, shape, URIRef(name), CLAIM_WORDS[name], rules)


def _claim_rules() -> Mapping[str, Rules]:
    """The constraints of what is worked out of all statements."""
    at_most_one = {SH.maxCount: Literal(1)}
    return {
        SOURCE_COUNT_IRI: {**at_most_one, SH.datatype: XSD.integer, SH.minInclusive: Literal(1)},
        CONTESTED_IRI: {**at_most_one, SH.datatype: XSD.boolean},
        CONTRADICTS_IRI: {SH["class"]: URIRef(class_iri(Statement))},
    }


def _add_field(graph: Graph, shape: URIRef, kind: type[Kind], field: Field) -> None:
    counts: dict[URIRef, Identifier] = {}
    if field.required:
        counts[SH.minCount] = Literal(1)
    if not field.is_list:
        counts[SH.maxCount] = Literal(1)
    rules = {**counts, **_value_rules(graph, field)}
    if field.is_date:
        day = {SH.maxCount: Literal(1), SH.datatype: XSD.date}
        for bound in bound_iris(kind, field.name):
            _add_path(graph, shape, URIRef(bound), _expected_value(field), day)
    _add_path(graph, shape, URIRef(property_iri(field.name)), _expected_value(field), rules)


def _value_rules(graph: Graph, field: Field) -> Mapping[URIRef, Identifier]:
    """What a value of the field may be."""
    if field.referred_kinds:
        return _reference_rules(graph, field)
    if field.choices:
        return {SH["in"]: _list(graph, [Literal(choice) for choice in field.choices])}
    if field.name in AGENTS:
        return {SH["class"]: URIRef(iri("prov:SoftwareAgent"))}
    if field.name in FIELDS_IN_SOURCE_LANGUAGE:
        return {SH.datatype: RDF.langString}
    if field.is_date:
        return {SH.datatype: URIRef(EDTF)}
    return {SH.datatype: DATATYPES.get(field.value_type, XSD.string)}


def _expected_value(field: Field) -> Word:
    """The name of a field, with what it wants as the comment."""
    word = schema_words()[field.name]
    return Word(word.zh, word.en, field_description(field, "zh"), field_description(field, "en"))


def _add_edges(graph: Graph, shape: URIRef, kind: type[Kind]) -> None:
    """What the direct edges that start at a thing of this kind may lead to."""
    ends: dict[str, set[str]] = defaultdict(set)
    for statement in STATEMENTS:
        by_name = {field.name: field for field in fields(statement)}
        for edge in statement.edges:
            if edge.start != SELF and kind.__name__ in by_name[edge.start].referred_kinds:
                ends[edge.type].update(by_name[edge.end].referred_kinds)
    if kind is Place:
        ends[LISTED_WITHIN] = {Place.__name__}
    for type, kinds in sorted(ends.items()):
        paths = [edge_iri(type)]
        paths += [iri(SUPERPROPERTIES[type])] if type in SUPERPROPERTIES else []
        for path in paths:
            _add_path(
                graph, shape, URIRef(path), schema_words()[type], _kind_rules(graph, sorted(kinds))
            )


def _reference_rules(graph: Graph, field: Field) -> Rules:
    """That a value is a thing of one of the field's kinds."""
    return _kind_rules(graph, field.referred_kinds)


def _kind_rules(graph: Graph, names: Sequence[str]) -> Rules:
    classes = [URIRef(class_iri(kind_by_name(name))) for name in names]
    if len(classes) == 1:
        return {SH["class"]: classes[0]}
    options = []
    for kind_class in classes:
        option = BNode()
        graph.add((option, SH["class"], kind_class))
        options.append(option)
    return {SH["or"]: _list(graph, options)}


def _add_names(graph: Graph, shape: URIRef) -> None:
    """At most one name in each language, and one at least: which, its dataset says."""
    word = Word("名称", "Name", "每种语言至多一个", "at most one in each language")
    both = {
        SH.minCount: Literal(1),
        SH.maxCount: Literal(2),
        SH.uniqueLang: Literal(True),
        SH.languageIn: _list(graph, [Literal(language) for language in LANGUAGES]),
    }
    _add_path(graph, shape, URIRef(property_iri("name_zh")), word, both)


def _add_spot_shapes(graph: Graph) -> None:
    spot, selector = URIRef(SHAPES + "Spot"), URIRef(SHAPES + "Selector")
    exactly_one = {SH.minCount: Literal(1), SH.maxCount: Literal(1)}
    for shape, target in ((spot, "oa:SpecificResource"), (selector, "oa:TextPositionSelector")):
        graph.add((shape, RDF.type, SH.NodeShape))
        graph.add((shape, SH.targetClass, URIRef(iri(target))))
        _close(graph, shape)
    source = {**exactly_one, SH["class"]: URIRef(ONTOLOGY + "Source")}
    _add_path(graph, spot, URIRef(iri("oa:hasSource")), schema_words()["source"], source)
    chosen = {**exactly_one, SH["class"]: URIRef(iri("oa:TextPositionSelector"))}
    _add_path(graph, spot, URIRef(iri("oa:hasSelector")), EVIDENCE_WORD, chosen)
    sha256 = {**exactly_one, SH.pattern: Literal("^[0-9a-f]{64}$")}
    _add_path(graph, spot, URIRef(property_iri("sha256")), schema_words()["sha256"], sha256)
    position = {**exactly_one, SH.datatype: XSD.integer, SH.minInclusive: Literal(0)}
    _add_path(graph, selector, URIRef(property_iri("end")), schema_words()["end"], position)
    before = {**position, SH.lessThan: URIRef(property_iri("end"))}
    _add_path(graph, selector, URIRef(property_iri("start")), schema_words()["start"], before)


def _close(graph: Graph, shape: URIRef, further: Sequence[URIRef] = ()) -> None:
    """Allows no other properties than those of the shape, rdf:type, and what releases add."""
    graph.add((shape, SH.closed, Literal(True)))
    graph.add((shape, SH.ignoredProperties, _list(graph, [RDF.type, *further])))


def _add_path(
    graph: Graph,
    shape: URIRef,
    path: URIRef,
    word: Word,
    rules: Rules,
) -> None:
    is_of_ontology = path.startswith(ONTOLOGY)
    local = re.sub(r"\W+", "-", path.removeprefix(ONTOLOGY if is_of_ontology else "http://"))
    node = URIRef(f"{shape}-{local}")
    graph.add((shape, SH.property, node))
    graph.add((node, SH.path, path))
    graph.add((node, SH.message, Literal(f"{word.zh}：{word.comment_zh}", "zh")))
    graph.add((node, SH.message, Literal(f"{word.en}: {word.comment_en}", "en")))
    for rule, value in rules.items():
        graph.add((node, rule, value))


def _list(graph: Graph, items: Sequence[Identifier]) -> BNode:
    node = BNode()
    Collection(graph, node, list(items))
    return node
