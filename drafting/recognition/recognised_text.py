"""A text with all that is recognised in it; drafters and the lint share it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from drafting.recognition.dates import RecognisedDate, dates
from drafting.recognition.gazetteer import Gazetteer
from drafting.recognition.numbers.figures import figures
from drafting.recognition.numbers.recognised_figure import RecognisedFigure
from drafting.recognition.numbers.table_figures import table_figures
from drafting.recognition.places import PlaceReason, RecognisedPlace, places
from drafting.text.body import is_paragraph
from drafting.text.clean_text import CleanText
from drafting.text.sentences import Stretch, paragraphs

# The languages of the tables of words.
LANGUAGES_OF_TABLES = {"zh"}
CHINESE = re.compile("[\u3400-\u9fff]")
# The least share of Chinese characters among all letters of a Chinese text.
CHINESE_SHARE = 0.1
# Days that may lie between the day of writing and that of publication.
MAX_DELAY_DAYS = 31


@dataclass(frozen=True)
class RecognisedText:
    """A clean text; all positions are those of the clean text.

    `published` is the day of publication, if it is known to the day; `language` is a BCP 47 tag,
    because words are searched only in a language with tables. `units` are the names of the facts'
    units with their codes.
    """

    clean: CleanText
    language: str
    published: date | None
    gazetteer: Gazetteer
    units: Mapping[str, str] = field(default_factory=dict)

    @property
    def has_word_tables(self) -> bool:
        """Whether there are tables of words in the text's language."""
        return self.language.partition("-")[0] in LANGUAGES_OF_TABLES

    @cached_property
    def figures(self) -> tuple[RecognisedFigure, ...]:
        """All figures of the text, those in the cells of tables too."""
        text, units = self.clean.text, self.units
        return tuple(sorted({*figures(text, units), *table_figures(text, units)}))

    @cached_property
    def dates(self) -> tuple[RecognisedDate, ...]:
        """All dates of the text; relative ones by its dateline, else by its publication."""
        day = publication_day(self._dateline.edtf) if self._dateline else None
        return dates(self.clean.text, day or self.published)

    @property
    def dateline(self) -> Stretch | None:
        """The passage with the day on which the text was written or published."""
        return Stretch(self._dateline.start, self._dateline.end) if self._dateline else None

    @cached_property
    def _dateline(self) -> RecognisedDate | None:
        """The last day in the lines before the first paragraph, else in any other short line.

        A bulletin is written some days before a site shows it; a day that is further away or after
        the publication is no dateline.
        """
        text = self.clean.text
        lines = paragraphs(text)
        prose = [line for line in lines if is_paragraph(text[line.start : line.end])]
        days = [
            date
            for date in dates(text)
            if self._may_be_written(publication_day(date.edtf))
            and not any(line.start <= date.start < line.end for line in prose)
        ]
        before = [date for date in days if prose and date.start < prose[0].start]
        return next(iter(before[::-1] or days[::-1]), None)

    def _may_be_written(self, day: date | None) -> bool:
        if day is None or self.published is None:
            return day is not None
        return 0 <= (self.published - day).days <= MAX_DELAY_DAYS

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
        """The places with a code that begin in a stretch, without words for the country."""
        return [
            place
            for place in self.coded_places
            if stretch.start <= place.start < stretch.end
            and place.reason is not PlaceReason.COUNTRY
        ]


def publication_day(published: str | None) -> date | None:
    """The day of an EDTF date that is a day, or the last day of one that is open at its start.

    None for anything else, because words such as 23日 cannot be resolved by it.
    """
    try:
        return date.fromisoformat((published or "").removeprefix("../"))
    except ValueError:
        return None


def written_language(text: str) -> str:
    """The language that a text seems to be written in: `zh` or `en`."""
    return "zh" if len(CHINESE.findall(text)) > CHINESE_SHARE * len(text) else "en"
