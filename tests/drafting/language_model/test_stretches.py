"""An article in stretches loses no letter, and none is too long."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drafting.language_model.stretches import stretches
from drafting.text.body import body

PARAGRAPH = "虚构县的医生说，" * 6 + "这里的做法是编出来的。"
LINES = st.sampled_from([PARAGRAPH, PARAGRAPH * 3 + "二。", "标题", "虚" * 200, ""])


@given(st.lists(LINES, max_size=8), st.integers(40, 400))
def test_every_letter_of_the_article_is_in_a_stretch(lines, longest):
    text = "\n".join(f"{number}{line}" if line else "" for number, line in enumerate(lines))
    parts = stretches(text, longest)
    assert all(0 < part.end - part.start <= longest for part in parts)
    covered = {place for part in parts for place in range(part.start, part.end)}
    wanted = {place for line in body(text) for place in range(line.start, line.end)}
    assert all(text[place].isspace() for place in wanted - covered)


def test_a_stretch_begins_with_the_last_paragraph_of_the_one_before():
    text = "\n".join(f"{number}{PARAGRAPH}" for number in range(8))
    first, second, *_ = stretches(text, 300)
    assert text[second.start] == "3" and first.end > second.start


def test_no_text_has_no_stretch():
    assert stretches("") == () == stretches(" \n")
