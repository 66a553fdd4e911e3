"""A comparison in one sentence."""

from __future__ import annotations

import pytest

from exports.comparison.summary import comparison_summary
from graph.compare.adoption_matrix import Agreement, Cell, Comparison, Mark, Row, comparison

SILENT_CELL = Cell(Mark.UNSAID)
ROWS = (
    Row("a", 0, (Cell(Mark.STATED, ("2019",), ("x",)), SILENT_CELL)),
    Row("b", 0, (Cell(Mark.STATED, ("2019",), ("x",)), Cell(Mark.STATED, ("2021",), ("y",)))),
    Row("c", 0, (SILENT_CELL, Cell(Mark.STATED, (), ("y",)))),
    Row("d", 0, (SILENT_CELL, SILENT_CELL)),
)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "en",
            "3 mechanisms for Alder and Birch: 1 adopted by both (1 at other dates), 1 by Alder "
            "only, 1 by Birch only, 0 only planned or denied.",
        ),
        ("zh", "3 项机制：两者都采用 1 项（其中 1 项时间不同）"),
    ],
)
def test_a_sentence_sums_up_two_places(small_facts, language, words):
    compared = Comparison(("11", "12"), (SILENT_CELL, SILENT_CELL), ROWS)
    assert words in comparison_summary(small_facts, compared, language)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_sentence_counts_every_row_that_is_told_of(small_facts, language):
    for places in (["11", "12"], ["11", "12", "22"]):
        compared = comparison(small_facts, places)
        sentence = comparison_summary(small_facts, compared, language)
        told = [r for r in compared.rows if r.agreement is not Agreement.SILENT]
        assert str(len(told)) in sentence
        assert all(small_facts.display_name(code, language) in sentence for code in places)
