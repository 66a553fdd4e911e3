"""The Chinese and English names."""

from __future__ import annotations

import re
from enum import StrEnum

import pytest

from ontology.labels.labels import choice_key, choice_name, name, schema_words
from ontology.schema.fields import fields
from ontology.schema.kinds import LISTED_WITHIN, TABLES, Bound, Stance

# Edge types that the graph makes for every statement, whatever its kind, and for what is no deed.
OF_THE_GRAPH = {"IN", "ABOUT", "PLANNED", "DENIED"}


def keys_needed() -> set[str]:
    """All keys that the kinds call for."""
    keys = {"Thing", "Statement", LISTED_WITHIN}
    for kind in TABLES:
        keys.add(kind.__name__)
        for field in fields(kind):
            keys.add(field.name)
            if issubclass(field.value_type, StrEnum):
                keys.update(choice_key(choice) for choice in field.value_type)
        keys.update(edge.type for edge in kind.edges)
    return keys


def test_there_is_a_word_for_every_key_that_the_kinds_call_for_and_no_other():
    assert set(schema_words()) == keys_needed() | OF_THE_GRAPH


@pytest.mark.parametrize("key", sorted(schema_words()))
def test_every_word_is_in_both_languages(key):
    word = schema_words()[key]
    assert word.zh and word.en
    assert not re.search("[\u4e00-\u9fff]", word.en + word.comment_en)
    assert bool(word.comment_zh) == bool(word.comment_en)


def test_a_name_is_given_in_the_language_asked_for():
    assert (name("LEARNED_FROM", "zh"), name("LEARNED_FROM", "en")) == ("学自", "learned from")
    assert choice_name(Stance.DENIED, "zh") == "否认"
    assert choice_name(Bound.AT_LEAST, "en") == "at least"


def test_a_word_without_a_sentence_comments_by_its_name():
    assert schema_words()["how"].comment("en") == "How"
