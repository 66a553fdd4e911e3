"""An article made up for these tests, with the facts and the reader that know its places."""

from __future__ import annotations

from datetime import date

import pytest

from drafting.drafters.article import Article
from drafting.language_model.row_reader import RowReader
from drafting.recognition.gazetteer import gazetteer
from drafting.recognition.mechanisms import mechanism_lexicon
from drafting.recognition.recognised_text import RecognisedText
from drafting.text.clean_text import CleanText
from graph.model.facts import Facts

# All of it is invented, as the places of the small facts are.
MADE_UP = (
    "想象的借書\n"
    "這一段全是編出來的，只為試驗而寫。乙城(chéng)學(xué)習(xí)甲城的“一卡通讀”做法，2003年起在全城推行流動書車，"
    "到2004年有書車12輛，乙城說這是甲城的功勞。戊縣計劃也這樣做。\n"
)


@pytest.fixture(scope="session")
def made_up(small_facts: Facts) -> Article:
    places, lexicon = gazetteer(small_facts), mechanism_lexicon(small_facts)
    return Article(
        "hill-notes", RecognisedText(CleanText(MADE_UP), "zh", date(2005, 6, 7), places), lexicon
    )


@pytest.fixture
def reader(small_facts: Facts, made_up: Article) -> RowReader:
    return RowReader(small_facts, made_up)
