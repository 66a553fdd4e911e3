"""Where a passage may begin and end, on invented sentences."""

from __future__ import annotations

import pytest

from ontology.schema.kinds import Adoption

DEED = "推行风筝传信制度"
TEXT = f"丙丁县{DEED}。丙丁县医院{DEED}。"


@pytest.mark.parametrize(
    ("adopter", "name", "codes"),
    [("b", "丙丁", []), ("o", "县医院", []), ("b", "丁县", ["EDGES"]), ("b", "县推行", ["EDGES"])],
)
def test_a_passage_may_have_the_short_name_of_a_place_or_of_its_hospital(
    lint, adopter, name, codes
):
    row = {"adopter": adopter, "mechanism": "kites"}
    edges = [c for c in lint(Adoption, TEXT, DEED, name, **row) if c == "EDGES"]
    assert edges == codes


def test_a_passage_may_begin_behind_the_number_of_a_list(lint):
    row = {"adopter": "b", "mechanism": "kites"}
    assert lint(Adoption, f"灯塔：\n1.6月{TEXT}", f"6月丙丁县{DEED}", **row) == []
    assert lint(Adoption, f"灯塔1.6月{TEXT}", f"6月丙丁县{DEED}", **row) == ["EDGES"]
