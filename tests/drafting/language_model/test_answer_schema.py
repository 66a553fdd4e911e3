"""The schema follows the kinds."""

from __future__ import annotations

import pytest

from drafting.language_model.answer_schema import answer_schema, asked_kinds
from ontology.schema.fields import content_fields
from ontology.schema.kinds import LearnedFrom, Measurement, Nomination


@pytest.mark.parametrize("kind", asked_kinds())
def test_every_field_of_a_kind_is_asked_for_and_nothing_else(kind):
    row = answer_schema(kind)["properties"]["rows"]["items"]
    names = ["quote", "also", "stance", *(field.name for field in content_fields(kind))]
    assert [*row["properties"]] == names == row["required"]
    assert row["additionalProperties"] is False


def test_choices_numbers_and_what_may_be_missing_are_told():
    lesson = answer_schema(LearnedFrom)["properties"]["rows"]["items"]["properties"]
    assert "adapted" in lesson["how"]["enum"]
    assert {"type": "null"} in lesson["when"]["anyOf"]
    figure = answer_schema(Measurement)["properties"]["rows"]["items"]["properties"]
    assert "pattern" in figure["value"] and "pattern" not in figure["value_written"]


def test_ties_that_a_study_observes_are_not_looked_for_in_articles():
    assert Nomination not in asked_kinds()
