"""A new kind of statement is one class and its words; everything else follows from it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

# Run in a process of its own: the kinds of this one stay as they are.
SCRIPT = """
import json, sys
from pathlib import Path
import ontology.schema.statements as statements
from ontology.schema.statements import Actor, EdgeType, Edtf, Statement

class Visit(Statement):
    edges = (EdgeType("visitor", "VISITED", "host"),)
    date_field = "when"

    visitor: Actor
    host: Actor
    when: Edtf | None = None

from texts.tables import SCHEMA
WORDS = {"Visit": "考察", "visitor": "考察者", "host": "被考察者", "VISITED": "考察"}
for key, zh in WORDS.items():
    SCHEMA.rows()[key] = {"zh": zh, "en": key.lower(), "comment_zh": "", "comment_en": ""}

from exports.cards.thing_sections import statements_by_section
from exports.facts.formats import export
from graph.drawing.neighbourhood_scene import neighbourhood
from graph.links.edge_bundle_index import bundle_index
from graph.links.edge_bundles import bundle_types
from graph.links.edge_filter import EdgeFilter
from graph.model.property_graph import property_graph
from graph.stores.store import Limits
from graph.stores.open import Login, open_store
from loaders.facts.facts_folder import read_facts
from ontology.derive.schema_page import schema_page
from ontology.derive.shacl import shapes
from queries.ask import ask
from queries.catalogue import question

folder = Path(sys.argv[1])
facts = read_facts(folder)
graph = property_graph(facts)
[id] = [id for id, one in facts.statements.items() if isinstance(one, Visit)]
texts = {path.name: path.read_text(encoding="utf-8") for path in export(facts, folder / "out")}
around = neighbourhood(
    facts, bundle_index(facts), ["12"], EdgeFilter(types=frozenset(bundle_types()))
)
found = {
    "exports": sorted(name for name, text in texts.items() if id in text),
    "rdf": "lf:visited" in texts["graph.trig"] and "lf:Visit" in texts["graph.trig"],
    "shacl": any(str(term).endswith("#Visit") for term in shapes().objects()),
    "schema page": "VISITED" in schema_page(),
    "profile": [section.key for section, ids in statements_by_section(facts, "12").items()
                if id in ids],
    "neighbourhood": [bundle.type for bundle in around.bundles].count("VISITED"),
}
ASKED = {"links_of": {"thing": "12"}, "possible_on_a_day": {"day": "2000-06-01"},
         "claims_of_several_sources": {"at_least": 1}, "single_source_claims": {"place": "12"}}
for address in ("rdf", "embedded"):
    opened = open_store(address, facts, Limits(), lambda: Login("", ""))
    for key, values in ASKED.items():
        rows = ask(question(key), values, opened.store, opened.language).rows
        found[f"{address} {key}"] = sum("VISITED" in row for row in rows)
    opened.store.close()
print(json.dumps(found))
"""


@pytest.fixture(scope="module")
def found_places(root: Path, tmp_path_factory) -> dict[str, object]:
    """Where a kind is found that was added at run time, with one row in the small facts."""
    folder = tmp_path_factory.mktemp("facts") / "small"
    shutil.copytree(root / "tests" / "small", folder)
    lesson = (folder / "learned_from.csv").read_text(encoding="utf-8").splitlines()[3].split(",")
    spot = ",".join(lesson[6:])
    (folder / "visit.csv").write_text(
        "visitor,host,when,source,start,end,sha256,also_at,stance,as_of,dated_by,curator,accepted\n"
        f"12,11,2000,{spot}\n",
        encoding="utf-8",
    )
    result = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(folder)], cwd=root, capture_output=True, text=True
    )
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout.splitlines()[-1])


def test_a_new_kind_is_in_every_export(found_places):
    names = ["edges.csv", "graph.gexf", "graph.graphml", "graph.nq", "graph.trig", "nodes.csv"]
    assert found_places["exports"] == [*names, "statements.jsonl"]


@pytest.mark.parametrize("what", ["rdf", "shacl", "schema page"])
def test_a_new_kind_is_in_what_derives_from_the_kinds(found_places, what):
    assert found_places[what]


def test_a_new_kind_is_in_the_profile_and_the_neighbourhood_of_what_it_names(found_places):
    assert found_places["profile"] == ["visit_visitor"]
    assert found_places["neighbourhood"] == 1


@pytest.mark.parametrize("store", ["rdf", "embedded"])
@pytest.mark.parametrize(
    "question",
    ["links_of", "possible_on_a_day", "claims_of_several_sources", "single_source_claims"],
)
def test_a_new_kind_is_in_the_questions_about_every_relation(found_places, store, question):
    assert found_places[f"{store} {question}"] == 1
