"""ro-crate-metadata.json, as ro-crate-py reads it and as the specification wants it.

The validator roc-validator needs rich below 15, which cannot stand beside ours, and fetches the
context from the web. What the specification demands of a crate is tested here instead.
"""

from __future__ import annotations

import hashlib
import json
from importlib.resources import files
from urllib.parse import unquote

import pytest
import rdflib
from rocrate.rocrate import ROCrate

# what rdflib's reader of JSON-LD itself calls
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
NAME = "ro-crate-metadata.json"
SCHEMA = rdflib.Namespace("http://schema.org/")


@pytest.fixture(scope="module")
def crate(release_folder) -> dict:
    return json.loads((release_folder / NAME).read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def entities(crate) -> dict[str, dict]:
    return {entity["@id"]: entity for entity in crate["@graph"]}


def test_ro_crate_py_reads_the_crate_with_its_files(release_folder):
    crate = ROCrate(release_folder)
    assert crate.version == "1.1"
    assert crate.name == "How Nowhere's reading reforms spread"
    assert crate.license["name"] == "CC0-1.0"
    assert crate.publisher["name"].startswith("Curators of")
    assert all((release_folder / unquote(entity.id)).is_file() for entity in crate.data_entities)


def test_the_graph_is_flat_and_every_reference_leads_to_an_entity(crate, entities):
    assert len(entities) == len(crate["@graph"])
    for entity in crate["@graph"]:
        assert entity["@type"] and entity["@id"]
        for key, value in entity.items():
            for part in value if isinstance(value, list) else [value]:
                if isinstance(part, dict):
                    # ro-crate 3.7.2 of npm loses {"@value": …} and {"@list": …} (docs/tools.md)
                    assert set(part) == {"@id"}
                    assert part["@id"] in entities or key == "conformsTo"


def test_the_descriptor_and_the_root_have_what_the_specification_demands(entities):
    descriptor, root = entities[NAME], entities["./"]
    assert descriptor["@type"] == "CreativeWork"
    assert descriptor["about"] == {"@id": "./"}
    assert descriptor["conformsTo"] == {"@id": "https://w3id.org/ro/crate/1.1"}
    assert root["@type"] == "Dataset"
    assert all(root[key] for key in ("name", "description", "datePublished", "license"))
    assert root["alternateName"] == "无有国读书改革的传播"


def test_every_file_that_was_there_is_a_part_with_size_and_hash(release_folder, entities):
    parts = {part["@id"] for part in entities["./"]["hasPart"]}
    paths = {
        path.relative_to(release_folder).as_posix()
        for path in release_folder.rglob("*")
        if path.is_file()
    }
    assert {unquote(part) for part in parts} == paths - {NAME, "SHA256SUMS"}
    for part in parts:
        content = (release_folder / unquote(part)).read_bytes()
        assert entities[part]["@type"] == "File"
        assert entities[part]["contentSize"] == str(len(content))
        assert entities[part]["sha256"] == hashlib.sha256(content).hexdigest()


def test_every_key_is_a_term_of_the_context(crate):
    """The JSON-LD keeps each pair that the crate has: a key that no context knows would drop out.

    ro-crate-py ships a context, of a later version of the specification.
    """
    shipped = json.loads(files("rocrate").joinpath("data/ro-crate.jsonld").read_text("utf-8"))
    crate = crate | {"@context": [shipped["@context"], crate["@context"][1]]}
    graph = rdflib.Graph().parse(
        data=json.dumps(crate), format="json-ld", base="https://example.org/crate/"
    )
    pairs = sum(
        len(value) if isinstance(value, list) else 1
        for entity in crate["@graph"]
        for key, value in entity.items()
        if key != "@id"
    )
    assert len(graph) == pairs
    assert len(set(graph.subjects(SCHEMA.sha256))) == len(set(graph.objects(None, SCHEMA.hasPart)))
