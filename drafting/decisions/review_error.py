"""The errors of a review, with their reasons.

ReviewError             the base of this package's errors; each has its reason in both languages
├── ActionRefused       a decision that may not be made
├── RowBlocked          the row has faults; carries them
├── NotConfirmed        there are doubts, and nobody has confirmed the row; carries them
├── AcceptedRowsDoubted accepted rows have doubts that their curators did not know of; carries them
├── BadLog              a log has faulty lines
└── LogBusy             another process holds the log
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import KW_ONLY, dataclass
from pathlib import Path

from texts.tables import DECISIONS, LANGUAGES, BilingualText

# How many letters of a draft's id tell drafts apart for people.
ID_LENGTH = 8


@dataclass(frozen=True)
class Doubt:
    """A doubt about a row: its code, the field, a sentence, and whether it blocks."""

    code: str
    field: str
    sentence: BilingualText
    _: KW_ONLY
    blocks: bool

    def text(self, language: str) -> str:
        """The doubt as a sentence in `zh` or `en`."""
        return self.sentence.name(language)


def sentence(key: str, **values: object) -> BilingualText:
    """A text of texts/decisions.csv in both languages, with values that may be in both too."""
    return BilingualText(*(DECISIONS.say(key, language, **values) for language in LANGUAGES))


def join_sentences(texts: Callable[[str], Iterable[str]]) -> BilingualText:
    """Sentences one after the other; `texts` returns those of a language."""
    return BilingualText("；".join(texts("zh")), "; ".join(texts("en")))


class ReviewError(Exception):
    """The base of this package's errors."""

    def __init__(self, reason: BilingualText) -> None:
        self.reason = reason
        super().__init__(reason.en)

    def text(self, language: str) -> str:
        """Why, in `zh` or `en`."""
        return self.reason.name(language)


class ActionRefused(ReviewError):
    """A decision that may not be made."""


class RowBlocked(ReviewError):
    """A row has faults; `doubts` are all of them."""

    def __init__(self, doubts: Iterable[Doubt]) -> None:
        self.doubts = tuple(doubts)
        super().__init__(sentence("blocked", reasons=_reasons(self.doubts)))


class NotConfirmed(ReviewError):
    """A row has doubts, and nobody has confirmed it; `doubts` are all of them."""

    def __init__(self, doubts: Iterable[Doubt]) -> None:
        self.doubts = tuple(doubts)
        super().__init__(sentence("not_confirmed", reasons=_reasons(self.doubts)))


class AcceptedRowsDoubted(ReviewError):
    """Accepted rows have doubts that nobody has confirmed; `doubts` are those of each draft.

    Rows that were accepted later may have raised them.
    """

    def __init__(self, doubts: Mapping[str, Iterable[Doubt]]) -> None:
        self.doubts = {id: tuple(row_doubts) for id, row_doubts in doubts.items()}
        lines = [(id, doubt) for id, row_doubts in self.doubts.items() for doubt in row_doubts]
        reasons = join_sentences(
            lambda language: (f"{id[:ID_LENGTH]} {d.code}: {d.text(language)}" for id, d in lines)
        )
        super().__init__(sentence("not_fitting", reasons=reasons))

    @property
    def can_be_confirmed(self) -> bool:
        """Whether none of the doubts blocks its row."""
        return not any(doubt.blocks for doubts in self.doubts.values() for doubt in doubts)


class BadLog(ReviewError):
    """A log with faulty lines, as numbers from 1."""

    def __init__(self, path: Path, lines: Iterable[int]) -> None:
        self.path, self.lines = path, tuple(lines)
        numbers = ", ".join(map(str, self.lines))
        super().__init__(sentence("bad_log", file=path.name, lines=numbers))


class LogBusy(ReviewError):
    """Another process holds a log for longer than a decision takes."""

    def __init__(self, path: Path) -> None:
        super().__init__(sentence("log_busy", file=path.name))


def _reasons(doubts: Iterable[Doubt]) -> BilingualText:
    doubts = tuple(doubts)
    return join_sentences(lambda language: (doubt.text(language) for doubt in doubts))
