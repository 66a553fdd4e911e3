"""Articles about invented places, for the tests of drafters."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from drafting.drafters.article import Article
from drafting.drafters.draft_text import draft_text
from drafting.recognition.gazetteer import Gazetteer
from drafting.recognition.mechanisms import MechanismLexicon
from drafting.recognition.recognised_text import RecognisedText
from drafting.recognition.vocabulary import NamedThings
from drafting.text.clean_text import CleanText

PLACES = Gazetteer(
    {"10": "甲乙省", "1010": "丙丁市", "101010": "戊己县", "101020": "庚辛县", "20": "子丑省"},
    {"10": "X", "20": "X", "1010": "10", "101010": "1010", "101020": "1010"},
    {},
)
KITES = MechanismLexicon({"kites": frozenset({"风筝传信制度"})})
ENDING = "，以上文字全是编造，并无此事，也无此地，只为试验程序而写。"


def made_up_article(sentence: str) -> Article:
    """An article of one invented sentence, which says of itself that it is invented."""
    raw = f"想象的做法\n{sentence}{ENDING}{ENDING}\n"
    named = NamedThings({})
    recognised = RecognisedText(CleanText(raw), "zh", date(2024, 5, 6), PLACES)
    return Article("made-up", recognised, KITES, named)


def cells_of(sentence: str, kind: str) -> list[Mapping[str, str]]:
    """The cells of the drafts of a kind that an invented sentence has, in text order."""
    return [dict(d.cells) for d in draft_text(made_up_article(sentence)) if d.kind == kind]
