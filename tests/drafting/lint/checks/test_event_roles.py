"""Who goes and who is visited, on invented sentences."""

from __future__ import annotations

import pytest

from ontology.schema.kinds import Happening

GOES = "丙丁县派人赴甲乙市参观风筝"


@pytest.mark.parametrize(
    ("party", "role", "codes"),
    [
        ("b", "participant", []),
        ("a", "visited", []),
        ("b", "visited", ["DIRECTION"]),
        ("a", "participant", ["DIRECTION"]),
        ("b", "organiser", []),
    ],
)
def test_who_goes_is_not_visited(lint, party, role, codes):
    row = {"event": "visit", "participant": party, "role": role}
    assert lint(Happening, f"{GOES}。", GOES, **row) == codes


@pytest.mark.parametrize(
    "text", ["甲乙市接待丙丁县一行到风筝医院参观", "甲乙市邀请丙丁县派人到戊己区参观风筝"]
)
def test_who_is_named_first_may_be_the_host(lint, text):
    row = {"event": "visit", "participant": "a", "role": "host"}
    assert lint(Happening, f"{text}。", text, **row) == []


def test_what_a_party_hears_of_is_no_place_to_go_to(lint):
    text = "丙丁县在会上听到甲乙市的介绍，参观了风筝"
    row = {"event": "visit", "participant": "a", "role": "participant"}
    assert lint(Happening, f"{text}。", text, **row) == []
