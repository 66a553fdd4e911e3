"""What a person types for columns, window and step, and what is not right of it."""

from __future__ import annotations

import pytest

from diffusion.study.errors import BadOption, WrongStudy
from diffusion.study.selection import parse_columns, parse_step, parse_window, select_cascades
from diffusion.study.study import NumericInterval, Study


@pytest.mark.parametrize(
    ("text", "ends"),
    [(":", (None, None)), ("", (None, None)), ("1946:", (1946, None)), (" -3 : 4.5 ", (-3, 4.5))],
)
def test_a_window_has_two_ends_or_one_or_none(text, ends):
    assert parse_window(text) == ends


@pytest.mark.parametrize("text", ["1946", "9:1", "a:b", "1:2:3", "nan:1", "0:inf"])
def test_what_is_no_window_is_refused(text):
    with pytest.raises(BadOption, match="FIRST:LAST"):
        parse_window(text)


def test_a_step_is_a_number_or_nothing():
    assert (parse_step(" 0.25 "), parse_step("")) == (0.25, None)
    with pytest.raises(BadOption):
        parse_step("a year")


def test_columns_are_called_by_what_they_stand_for():
    assert parse_columns("node = state, time=year,") == {"node": "state", "time": "year"}
    with pytest.raises(BadOption):
        parse_columns("node")
    with pytest.raises(BadOption, match="cascade_id"):
        parse_columns("cascade=policy")


def test_what_nobody_took_up_is_told_apart_from_what_there_is_not():
    with pytest.raises(WrongStudy, match="no adoption of b.*--narrower"):
        select_cascades(Study({}), ("b",))
    with pytest.raises(WrongStudy, match="no b. Use one of: a"):
        select_cascades(Study({}, {"a": {"n": NumericInterval(1, 1)}}), ("b",))


def test_a_column_of_any_name_can_be_named():
    text = 'node="State, or territory", time=year=adopted ,uid="say ""id"""'
    assert parse_columns(text) == {
        "node": "State, or territory",
        "time": "year=adopted",
        "uid": 'say "id"',
    }


@pytest.mark.parametrize("text", ['node="state', "node=a,node=b", "node=,time=x", "=x", 'node=""'])
def test_columns_that_cannot_be_read_are_refused(text):
    with pytest.raises(BadOption, match="node=state"):
        parse_columns(text)
