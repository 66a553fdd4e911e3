"""The card of the schema: short enough for an assistant, and true."""

from __future__ import annotations

import re

import pytest

from queries.rendering.token_estimate import token_estimate
from queries.schema_card import MAX_TOKENS, schema_card
from texts.tables import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_card_of_the_shipped_facts_fits(real_facts, language):
    assert token_estimate(schema_card(real_facts, language)) <= MAX_TOKENS


def test_the_card_counts_what_there_is(small_facts, small_graph):
    card = schema_card(small_facts, "en")
    assert f"{len(small_facts.statements)} statements" in card
    places = [node for node in small_graph.nodes if node.labels[0] == "Place"]
    assert f"- Place {len(places)}: code, name_zh, name_en" in card
    for type, count in re.findall(r"^- ([A-Z_]+) (\d+) \(", card, re.MULTILINE):
        assert len(small_graph.of_type(type)) == int(count)


def test_a_token_is_rather_counted_twice_than_not():
    assert token_estimate("") == 0
    assert token_estimate("word word") == 4
    assert token_estimate("三明") == 4
    assert token_estimate('{"a":12}') == 7
