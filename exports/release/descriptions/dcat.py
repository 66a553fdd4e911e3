"""dcat.ttl: the release for catalogues of data, and its graph in numbers.

By DCAT 3 (https://www.w3.org/TR/vocab-dcat-3/) with the checksums of SPDX, and by VoID
(https://www.w3.org/TR/void/). VoID counts triples: one that stands in two named graphs counts once.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from urllib.parse import quote

import pyoxigraph as ox

from exports.release.descriptions.common_fields import (
    abstract,
    curators,
    licence_address,
    release_iri,
    title,
)
from exports.release.descriptions.file_entries import FileEntry, file_entries
from exports.release.release_content import ReleaseContent
from graph.formats.release_triples import DCAT
from ontology.derive.iris import ONTOLOGY, PREFIXES

PREFIXES_OF_DCAT = {
    "dcat": DCAT,
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "void": "http://rdfs.org/ns/void#",
}
USED_PREFIXES = {name: PREFIXES[name] for name in ("dcterms", "rdf", "xsd")} | PREFIXES_OF_DCAT
LANGUAGE_IRIS = "http://id.loc.gov/vocabulary/iso639-1/"
MEDIA_TYPE_IRIS = "https://www.iana.org/assignments/media-types/"
# The files that hold the graph, each with how the W3C names its format.
DUMP_FORMATS = {"graph.trig": "TriG", "graph.nq": "N-Quads"}
W3C_FORMAT_IRIS = "http://www.w3.org/ns/formats/"
NQUADS = "graph.nq"

Node = ox.NamedNode | ox.BlankNode
Term = Node | ox.Literal


def dcat(content: ReleaseContent) -> bytes:
    """The description as Turtle; each file that is written so far is a distribution."""
    triples = [*_dataset(content), *_statistics(content)]
    for entry in file_entries(content):
        triples += _distribution(content, entry)
    turtle = ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=USED_PREFIXES)
    assert turtle is not None  # `serialize` returns None only when it writes to a file
    return turtle


def _term(compact: str) -> ox.NamedNode:
    prefix, _, local = compact.partition(":")
    return ox.NamedNode(USED_PREFIXES[prefix] + local)


def _literal(value: object, datatype: str) -> ox.Literal:
    return ox.Literal(str(value), datatype=_term(datatype))


def _count(number: int) -> ox.Literal:
    return _literal(number, "xsd:integer")


def _release(content: ReleaseContent) -> ox.NamedNode:
    return ox.NamedNode(release_iri(content))


def _file(content: ReleaseContent, path: str) -> ox.NamedNode:
    return ox.NamedNode(f"{release_iri(content)}/{quote(path)}")


def _triples(subject: Node, *pairs: tuple[str, Term]) -> Iterator[ox.Triple]:
    for predicate, value in pairs:
        yield ox.Triple(subject, _term(predicate), value)


def _dataset(content: ReleaseContent) -> Iterator[ox.Triple]:
    dataset, name, release = content.facts.dataset, content.name, _release(content)
    agent = ox.BlankNode("curators")
    titles_and_abstracts = [
        (lang, title(content, lang), abstract(content, lang)) for lang in ("en", "zh")
    ]
    address = licence_address(dataset)
    yield from _triples(
        release,
        ("rdf:type", _term("dcat:Dataset")),
        ("rdf:type", _term("void:Dataset")),
        *(
            ("dcterms:title", ox.Literal(text, language=lang))
            for lang, text, _ in titles_and_abstracts
        ),
        *(
            ("dcterms:description", ox.Literal(text, language=lang))
            for lang, _, text in titles_and_abstracts
        ),
        ("dcterms:identifier", ox.Literal(name.folder)),
        ("dcterms:issued", _literal(name.day.isoformat(), "xsd:date")),
        ("dcterms:creator", agent),
        ("dcterms:publisher", agent),
        ("dcat:version", ox.Literal(name.version)),
        ("dcat:isVersionOf", ox.NamedNode(dataset.base_iri)),
        ("dcterms:conformsTo", ox.NamedNode(ONTOLOGY)),
        ("dcterms:license", ox.NamedNode(address))
        if address
        else ("dcterms:rights", ox.Literal(dataset.licence)),
        *(("dcterms:language", ox.NamedNode(LANGUAGE_IRIS + lang)) for lang in dataset.languages),
        *(("dcat:distribution", _file(content, entry.path)) for entry in file_entries(content)),
    )
    yield from _triples(
        agent,
        ("rdf:type", _term("foaf:Organization")),
        ("foaf:name", ox.Literal(curators(dataset), language="en")),
    )


def _distribution(content: ReleaseContent, entry: FileEntry) -> Iterator[ox.Triple]:
    file = _file(content, entry.path)
    checksum = ox.NamedNode(f"{file.value}#sha256")
    titles = dict.fromkeys((entry.title(lang), lang) for lang in ("en", "zh"))
    address = licence_address(content.facts.dataset)
    yield from _triples(
        file,
        ("rdf:type", _term("dcat:Distribution")),
        ("dcterms:identifier", ox.Literal(entry.path)),
        *(("dcterms:title", ox.Literal(text, language=lang)) for text, lang in titles),
        ("dcat:mediaType", ox.NamedNode(MEDIA_TYPE_IRIS + entry.media_type)),
        ("dcat:byteSize", _literal(entry.size, "xsd:nonNegativeInteger")),
        ("spdx:checksum", checksum),
        *([("dcterms:license", ox.NamedNode(address))] if address else []),
    )
    yield from _triples(
        checksum,
        ("rdf:type", _term("spdx:Checksum")),
        ("spdx:algorithm", _term("spdx:checksumAlgorithm_sha256")),
        ("spdx:checksumValue", _literal(entry.sha256, "xsd:hexBinary")),
    )


def _statistics(content: ReleaseContent) -> Iterator[ox.Triple]:
    """How large the graph is: as a whole, of each class and of each property."""
    quads = ox.parse(content.files[NQUADS], ox.RdfFormat.N_QUADS)
    triples = {quad.triple for quad in quads}
    release = _release(content)
    properties = Counter(triple.predicate.value for triple in triples)
    classes: dict[str, set[Term]] = defaultdict(set)
    for triple in triples:
        if triple.predicate == _term("rdf:type"):
            classes[triple.object.value].add(triple.subject)
    yield from _triples(
        release,
        ("void:triples", _count(len(triples))),
        ("void:distinctSubjects", _count(len({triple.subject for triple in triples}))),
        ("void:distinctObjects", _count(len({triple.object for triple in triples}))),
        ("void:classes", _count(len(classes))),
        ("void:properties", _count(len(properties))),
        ("void:uriSpace", ox.Literal(content.facts.dataset.base_iri)),
        ("void:vocabulary", ox.NamedNode(ONTOLOGY)),
        *(("void:dataDump", _file(content, path)) for path in DUMP_FORMATS),
        *(("void:feature", ox.NamedNode(W3C_FORMAT_IRIS + name)) for name in DUMP_FORMATS.values()),
    )
    sizes = {name: len(members) for name, members in classes.items()}
    yield from _partitions(release, "class", "entities", sizes)
    yield from _partitions(release, "property", "triples", properties)


def _partitions(
    release: ox.NamedNode, part: str, measure: str, counts: dict[str, int]
) -> Iterator[ox.Triple]:
    for number, name in enumerate(sorted(counts), 1):
        node = ox.BlankNode(f"{part}{number}")
        yield from _triples(release, (f"void:{part}Partition", node))
        yield from _triples(
            node,
            (f"void:{part}", ox.NamedNode(name)),
            (f"void:{measure}", _count(counts[name])),
        )
