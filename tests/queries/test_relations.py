"""Lists of relations in SPARQL follow from the kinds of statements."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ontology.schema.kinds import STATEMENTS
from ontology.schema.statement import Actor, Statement
from ontology.schema.things import EdgeType
from ontology.schema.value_types import Edtf
from queries import relations
from queries.relations import with_relations

ROW = re.compile(r'\(lf:(\w+) lf:(\w+) lf:(\w+) "(\w+)"\)')


def rows(words: str) -> list[tuple[str, ...]]:
    return ROW.findall(with_relations(f"VALUES (?a ?b ?c ?d) {{\n  # relations: {words}\n}}"))


def test_one_relation_for_each_kind_or_each_of_its_edges():
    assert ("Adoption", "adopter", "mechanism", "ADOPTED") in rows("main")
    assert {row[3] for row in rows("all")} - {row[3] for row in rows("main")} == {
        "COMPRISES",
        "RESPONDS_TO",
    }
    assert len(rows("main figures")) == len(STATEMENTS)
    assert set(rows("main figures")) - set(rows("main")) == {
        ("Measurement", "subject", "indicator", "MEASURES")
    }


def test_kinds_without_a_date_can_be_left_out():
    undated = {kind.__name__ for kind in STATEMENTS if kind.date_field is None}
    assert undated == {"Within", "Borders"}
    assert {row[0] for row in rows("main")} - {row[0] for row in rows("main dated")} == undated


def test_patterns_are_joined_by_union():
    text = with_relations("  # relations: main union\n")
    assert text.startswith("  { ?said a lf:LearnedFrom ; lf:learner ?one ; lf:teacher ?two . BIND(")
    assert text.count("UNION") == len(rows("main")) - 1


def test_a_word_that_is_not_known_is_an_error():
    with pytest.raises(ValueError, match="# relations: most; use all, dated"):
        with_relations("# relations: most")


def test_a_new_kind_is_in_every_list(monkeypatch):
    monkeypatch.setattr(relations, "STATEMENTS", (*STATEMENTS, new_kind()))
    for words in ("main", "all", "main dated", "main dated figures"):
        assert ("Visit", "visitor", "hostPlace", "VISITED") in rows(words)


def new_kind() -> type[Statement]:
    class Visit(Statement):
        edges = (EdgeType("visitor", "VISITED", "host_place"),)
        date_field = "when"

        visitor: Actor
        host_place: Actor
        when: Edtf | None = None

    return Visit


def test_no_query_lists_most_kinds_by_hand(root):
    for path in (root / "queries").glob("*.rq"):
        listed = set(re.findall(r"lf:([A-Z]\w+)", path.read_text(encoding="utf-8")))
        named = {kind.__name__ for kind in STATEMENTS} & listed
        assert len(named) < len(STATEMENTS) / 2, path.name


def test_cypher_questions_leave_out_all_further_edges_or_none():
    further = {row[3] for row in rows("all")} - {row[3] for row in rows("main")}
    for path in sorted(Path("queries").glob("*.cypher")):
        for words in re.findall(r"NOT [^\n]*? IN \[([^]]*)\]", path.read_text(encoding="utf-8")):
            left_out = set(re.findall(r"'(\w+)'", words)) & further
            assert left_out in (set(), further), path.name
