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


@pytest.mark.parametrize(
    ("party", "role", "codes"),
    [
        ("a", "organiser", []),
        ("a", "participant", ["DIRECTION"]),
        ("b", "participant", []),
        ("c", "host", []),
    ],
)
def test_who_holds_a_meeting_is_no_guest(lint, party, role, codes):
    text = "甲乙市在戊己区召开风筝现场会，丙丁县参加"
    row = {"event": "visit", "participant": party, "role": role}
    assert lint(Happening, f"{text}。", text, **row) == codes


@pytest.mark.parametrize(
    ("text", "party", "codes"),
    [
        ("丙丁县曾两次来参观风筝", "b", ["DIRECTION"]),
        ("丙丁县曾两次来参观风筝", "a", []),
        ("又到庚辛县参观风筝", "b", ["DIRECTION"]),
        ("又到丙丁县参观风筝", "b", []),
    ],
)
def test_who_comes_or_is_left_out_is_not_visited(lint, text, party, codes):
    raw = f"甲乙市的灯塔\n甲乙市很远，丙丁县很近。{text}。"
    row = {"event": "visit", "participant": party, "role": "visited"}
    also = "甲乙市" if party == "a" else "丙丁县"
    all_codes = lint(Happening, raw, text, also, **row)
    assert [code for code in all_codes if code == "DIRECTION"] == codes
