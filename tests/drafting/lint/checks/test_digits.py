"""Numbers, years and edges of passages in English sentences, all invented."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest

from drafting.lint.evidence import evidence
from drafting.lint.linter import WORDLESS_CHECKS
from drafting.recognition.gazetteer import Gazetteer
from drafting.recognition.recognised_text import RecognisedText
from drafting.text.clean_text import CleanText
from ontology.schema.kinds import Measurement
from tests.drafting.lint.conftest import names

TEXT = "By the end of 2019, Kiteford County had 1,200 kites and spent $1.2 million on 35 lamps."


def english_codes(passage: str, **cells: object) -> list[str]:
    start = TEXT.index(passage)
    digest = hashlib.sha256(passage.encode()).hexdigest()
    values = {"stance": "stated", "curator": "x", "accepted": "2026-01-01", "source": "s"}
    values |= {"subject": "a", "indicator": "kite_time", "bound": "=", "unit": "count"}
    span = {"start": start, "end": start + len(passage), "sha256": digest}
    row = Measurement(**values | span | cells)
    text = RecognisedText(CleanText(TEXT), "en", date(2024, 5, 6), Gazetteer({}, {}, {}))
    passages = evidence("id", row, text)
    assert passages is not None
    return sorted(f.code for check in WORDLESS_CHECKS for f in check(passages, names()))


@pytest.mark.parametrize(
    ("written", "value", "codes"),
    [
        ("1,200 kites", "1200", []),
        ("1,200 kites", "1300", ["VALUE"]),
        ("$1.2 million", "1200000", []),
        ("$1.2 million", "1.2", []),
        ("$1.2 million", "12.5", ["VALUE"]),
        ("35 lamps", "35", []),
        ("35 lamps", "53", ["VALUE"]),
        ("40 lamps", "40", ["VALUE"]),
    ],
)
def test_a_value_has_the_digits_of_its_words(written, value, codes):
    assert english_codes(TEXT[:-1], value=value, value_written=written) == codes


@pytest.mark.parametrize(("period", "codes"), [("../2019", []), ("2018", ["DATE"])])
def test_a_date_is_in_a_year_of_its_words(period, codes):
    row = {"value": "35", "value_written": "35 lamps", "period": period}
    row["period_written"] = "By the end of 2019"
    assert english_codes(TEXT[:-1], **row) == codes


@pytest.mark.parametrize(
    ("passage", "codes"),
    [
        ("Kiteford County had 1,200 kites and spent $1.2 million on 35 lamps", []),
        ("ford County had 1,200 kites and spent $1.2 million on 35 lamps", ["EDGES"]),
        ("200 kites and spent $1.2 million on 35 lamps", ["EDGES"]),
        ("2 million on 35 lamps", ["EDGES"]),
        ("million on 35 lamps", []),
    ],
)
def test_a_passage_cuts_no_word_and_no_number(passage, codes):
    assert english_codes(passage, value="35", value_written="35 lamps") == codes
