"""What a person types for columns, window and step, and what is not right of it."""

from __future__ import annotations

import pytest

from diffusion.study.errors import BadOption, WrongStudy
from diffusion.study.selection import columns_called, only, step_of, window_of
from diffusion.study.study import Span, Study


@pytest.mark.parametrize(
    ("text", "ends"),
    [(":", (None, None)), ("", (None, None)), ("1946:", (1946, None)), (" -3 : 4.5 ", (-3, 4.5))],
)
def test_a_window_has_two_ends_or_one_or_none(text, ends):
    assert window_of(text) == ends


@pytest.mark.parametrize("text", ["1946", "9:1", "a:b", "1:2:3", "nan:1", "0:inf"])
def test_what_is_no_window_is_refused(text):
    with pytest.raises(BadOption, match="FIRST:LAST"):
        window_of(text)


def test_a_step_is_a_number_or_nothing():
    assert (step_of(" 0.25 "), step_of("")) == (0.25, None)
    with pytest.raises(BadOption):
        step_of("a year")


def test_columns_are_called_by_what_they_stand_for():
    assert columns_called("node = state, time=year,") == {"node": "state", "time": "year"}
    with pytest.raises(BadOption):
        columns_called("node")
    with pytest.raises(BadOption, match="cascade_id"):
        columns_called("cascade=policy")


def test_what_nobody_took_up_is_told_apart_from_what_there_is_not():
    with pytest.raises(WrongStudy, match="taken up b.*--narrower"):
        only(Study({}), ("b",))
    with pytest.raises(WrongStudy, match="no b. Try: a"):
        only(Study({}, {"a": {"n": Span(1, 1)}}), ("b",))
