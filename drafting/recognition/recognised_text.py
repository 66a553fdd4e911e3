"""A text with all that is recognised in it: drafters and the lint read the same figures."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from drafting.recognition.dates import RecognisedDate, dates
from drafting.recognition.figures import RecognisedFigure, figures
from drafting.recognition.gazetteer import Gazetteer
from drafting.recognition.places import PlaceReason, RecognisedPlace, places
from drafting.text.clean_text import CleanText
from drafting.text.sentences import Stretch

# The languages of the tables of words.
LANGUAGES_OF_TABLES = {"zh"}
CHINESE = re.compile("[\u3400-\u9fff]")
# A Chinese text has at least so many Chinese characters among all its letters.
CHINESE_SHARE = 0.1


@dataclass(frozen=True)
class RecognisedText:
    """A clean text; positions of what is recognised are those of the clean text.

    `published` is the day of publication, if it is known to the day; `language` is a BCP 47 tag,
    for words are looked for only in a language of which there are tables.
    """

    clean: CleanText
    language: str
    published: date | None
    gazetteer: Gazetteer

    @property
    def has_word_tables(self) -> bool:
        """Whether there are tables of words in the text's language."""
        return self.language.partition("-")[0] in LANGUAGES_OF_TABLES

    @cached_property
    def figures(self) -> tuple[RecognisedFigure, ...]:
        """All figures of the text."""
        return figures(self.clean.text)

    @cached_property
    def dates(self) -> tuple[RecognisedDate, ...]:
        """All dates of the text."""
        return dates(self.clean.text, self.published)

    @cached_property
    def places(self) -> tuple[RecognisedPlace, ...]:
        """All places of the text, those without a code too."""
        return places(self.clean.text, self.gazetteer)

    @cached_property
    def coded_places(self) -> tuple[RecognisedPlace, ...]:
        """The places of the text that have a code."""
        return tuple(place for place in self.places if place.code)

    def figures_in(self, stretch: Stretch) -> list[RecognisedFigure]:
        """The figures that have a letter in a stretch."""
        return [f for f in self.figures if f.start < stretch.end and f.end > stretch.start]

    def dates_in(self, stretch: Stretch) -> list[RecognisedDate]:
        """The dates that have a letter in a stretch."""
        return [d for d in self.dates if d.start < stretch.end and d.end > stretch.start]

    def places_in(self, stretch: Stretch) -> list[RecognisedPlace]:
        """The places with a code that begin in a stretch, but for words for the country."""
        return [
            place
            for place in self.coded_places
            if stretch.start <= place.start < stretch.end
            and place.reason is not PlaceReason.COUNTRY
        ]


def publication_day(published: str | None) -> date | None:
    """The day of an EDTF date that is a day, or the last day of one that is open at its start.

    None for any other date, and for what is none: words such as 23日 cannot be resolved by it.
    """
    try:
        return date.fromisoformat((published or "").removeprefix("../"))
    except ValueError:
        return None


def written_language(text: str) -> str:
    """The language that a text seems to be written in: `zh` or `en`."""
    return "zh" if len(CHINESE.findall(text)) > CHINESE_SHARE * len(text) else "en"
