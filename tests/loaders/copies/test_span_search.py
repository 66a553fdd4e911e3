"""Spans that are looked for in a text that has changed."""

from __future__ import annotations

import random
import time

from hypothesis import given
from hypothesis import strategies as st

from loaders.copies.span_search import WINDOW, locate
from loaders.sha256 import sha256
from ontology.schema.value_types import TextSpan


def span_of(text: str, start: int, end: int) -> TextSpan:
    return TextSpan(start, end, sha256(text[start:end].encode()))


def test_the_nearest_of_like_words_is_taken():
    text = "标题，甲县学习三明市。甲县学习三明市，并于二〇二〇年。甲县学习三明市。"
    spans = [span_of(text, start, start + 7) for start in (3, 11, 27)]
    assert len({span.sha256 for span in spans}) == 1
    located = locate("编者按：" + text, spans)
    assert [located[span] for span in spans] == [7, 15, 31]


def test_a_long_insertion_moves_all_spans_behind_it_alike():
    head, words = "甲" * 50, "乙县学习甲县，丙县学习乙县"
    text = head + "".join(f"{number}{words}" for number in range(5)) + "丁县只说一次"
    spans = [span_of(text, start, start + 12) for start in range(51, 51 + 5 * 14, 14)]
    spans.append(span_of(text, len(text) - 6, len(text)))
    new = "新" * (3 * WINDOW)
    located = locate(text[:40] + new + text[40:], spans)
    assert [located[span] for span in spans] == [span.start + len(new) for span in spans]


@given(text=st.text("甲乙丙", min_size=1, max_size=60), data=st.data())
def test_a_span_is_located_just_where_its_words_stand(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    span = span_of(text, start, data.draw(st.integers(start + 1, len(text))))
    other = data.draw(st.text("甲乙丙", max_size=60))
    words = text[span.start : span.end]
    places = {at for at in range(len(other)) if other[at : at + len(words)] == words}
    at = locate(other, [span])[span]
    assert at in places if places else at is None


def test_many_moved_spans_of_a_long_text_are_located_in_about_one_pass():
    """Each span by a pass of its own would take 200 passes."""
    chance = random.Random(1)
    text = "".join(chance.choices("的一是在不了有和人这中大为上个国我以要他", k=200_000))
    starts = chance.sample(range(len(text) - 40), 200)
    spans = [span_of(text, start, start + chance.randrange(12, 30)) for start in starts]
    began = time.process_time()
    for start in range(len(text) - 20):
        sha256(text[start : start + 20].encode())
    one_pass = time.process_time() - began
    began = time.process_time()
    located = locate("序" + text, spans)
    assert time.process_time() - began < 3 * one_pass
    assert all(located[span] == span.start + 1 for span in spans)
