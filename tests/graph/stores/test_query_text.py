"""What is told of a query before an engine reads it, in both languages."""

from __future__ import annotations

import pytest

from graph.stores.query_text import check_text, hidden_character, other_language
from graph.stores.store import BadQuery


@pytest.mark.parametrize(
    ("query", "parameters", "told"),
    [
        ("RETURN '\udcff'", {}, "character 9 is broken"),
        ("RETURN $x", {"x": "\ud800"}, "character 1 is broken"),
        ("RETURN $x", {"x": 2**63}, "9223372036854775808"),
        ("RETURN $x", {"x": -(2**63) - 1}, "64 bits"),
    ],
)
def test_what_no_engine_can_be_sent_is_refused(query, parameters, told):
    with pytest.raises(BadQuery, match=told):
        check_text(query, parameters)


def test_the_largest_numbers_and_rare_characters_are_sent():
    check_text("RETURN '𠮷\u200b'", {"x": 2**63 - 1, "y": -(2**63), "z": None})


@pytest.mark.parametrize(
    ("query", "language", "named"),
    [
        ("MATCH\u200b (n) RETURN n", "cypher", "U+200B"),
        ("\ufeffASK {}", "sparql", "U+FEFF"),
        ("ASK\u00a0{}", "sparql", "U+00A0"),
    ],
)
def test_a_hidden_character_is_named_with_its_place(query, language, named):
    found = hidden_character(query, language)
    assert found is not None
    assert named in found.text("zh") and named in found.text("en")


@pytest.mark.parametrize("query", ["RETURN '\u200b'", "RETURN 1 // \u200b", "RETURN\u00a01\n"])
def test_what_stands_in_a_string_or_separates_is_no_hidden_character(query):
    assert hidden_character(query, "cypher") is None


def test_a_query_in_the_other_language_is_told_as_that():
    cypher, sparql = other_language("match", "sparql"), other_language("SELECT", "cypher")
    assert cypher is not None and "Cypher" in cypher.text("zh")
    assert sparql is not None and "SPARQL" in sparql.text("en")
    assert other_language("MATCH", "cypher") is None
