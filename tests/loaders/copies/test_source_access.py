"""Where a source's text is to be had, and what rests on sources that have vanished."""

from __future__ import annotations

from dataclasses import replace

import pytest

from loaders.copies.source_access import archive_warnings, text_places, vanished_support
from ontology.schema.kinds import Source, SourceState

ADDRESS, ARCHIVE = "https://paper.example/1", "https://archive.example/1"


def with_states(facts, **states):
    """The facts with sources in these states."""
    changed = {
        code: facts.things[code].model_copy(update={"state": SourceState(state)})
        for code, state in states.items()
    }
    return replace(facts, things={**facts.things, **changed})


@pytest.mark.parametrize(
    ("fields", "has_copy", "places"),
    [
        ({}, False, ["nowhere"]),
        ({}, True, ["copy"]),
        ({"address": ADDRESS}, True, ["copy", "address"]),
        ({"address": ADDRESS, "state": "gone"}, False, ["nowhere"]),
        ({"address": ADDRESS, "state": "gone", "archive": ARCHIVE}, False, ["archive"]),
        ({"extent": "title", "address": ADDRESS}, False, ["title", "address"]),
    ],
)
def test_a_text_is_to_be_had_where_the_row_and_the_reader_have_it(fields, has_copy, places):
    basics = {"code": "a", "name_en": "A", "type": "press", "language": "en", "file": "a.txt"}
    source = Source.model_validate({**basics, "length": 1, "sha256": "0" * 64, **fields})
    assert list(text_places(source, has_copy=has_copy)) == places


def test_a_fact_that_others_tell_too_does_not_rest_on_the_vanished_alone(small_facts):
    facts = with_states(small_facts, **{"north-daily": "gone"})
    supports = list(vanished_support(facts))
    assert {support.sources for support in supports} == {("north-daily",)}
    assert {support.is_only_support for support in supports} == {True, False}
    for support in supports:
        sources = {statement.source for statement in support.fact.statements}
        assert support.is_only_support == (sources == {"north-daily"})
    moved = with_states(small_facts, **{"north-daily": "moved"})
    assert list(vanished_support(moved)) == []


def test_addresses_without_an_archive_are_one_sentence_however_many(small_facts):
    (source,) = [s for s in small_facts.things_of(Source) if s.address and not s.title_text][:1]
    many = [source.model_copy(update={"code": f"a{n}"}) for n in range(30)]
    assert [w.values["count"] for w in archive_warnings(many, "source.csv")] == ["30"]
    gone = [source.model_copy(update={"state": SourceState.GONE})]
    rules = [warning.rule for warning in archive_warnings([*many, *gone], "source.csv")]
    assert rules == ["no_archive", "gone_unarchived"]
    archived = [source.model_copy(update={"archive": ARCHIVE})]
    assert list(archive_warnings(archived, "source.csv")) == []
