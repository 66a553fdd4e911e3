"""The speaker of a quotation: the organisation before or after it (“…。”甲省卫健委评价说)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from drafting.drafters.article import Article
from drafting.subjects.subject import Clause
from drafting.text.sentences import Stretch
from drafting.words.word_tables import word_alternatives, word_pattern

# Words in quotation marks that end as a sentence does are somebody's, not a name.
QUOTATION = re.compile("“[^“”\\n]{6,}[。！？!?，,]”")
# How far from a quotation the words that say whose it is may reach.
REACH = 40
SENTENCE_ENDS = re.compile("[。！？!?；;\\n”]")


@dataclass(frozen=True)
class Quotation:
    """The letters of a quotation, the cell of the organisation that says it, and where that is."""

    stretch: Stretch
    speaker: str
    told_at: Stretch

    def has(self, stretch: Stretch) -> bool:
        """Whether a stretch begins in the quotation."""
        return self.stretch.start <= stretch.start < self.stretch.end


def quotations(article: Article) -> tuple[Quotation, ...]:
    """The quotations of an article that an organisation says, in their order."""
    text = article.clean.text
    said_by_organisations = []
    for match in QUOTATION.finditer(text):
        for side in (_behind(text, match.end()), _before(text, match.start())):
            named = article.organisations_in(side)
            if named and _says().search(text, side.start, side.end):
                speaker = article.parties.cell(named[0])
                said_by_organisations.append(Quotation(Stretch(*match.span()), speaker, side))
                break
    return tuple(said_by_organisations)


def praised_by_words_behind(
    article: Article, clause: Clause, speeches: Iterable[Quotation]
) -> Quotation | None:
    """The quotation directly before a clause that calls it praise: “…”甲省卫健委评价说."""
    if not word_pattern("praising_speech").search(article.text(clause.stretch)):
        return None
    behind = (q for q in speeches if q.told_at.start >= q.stretch.end)
    return next(
        (q for q in behind if q.told_at.start <= clause.stretch.start < q.told_at.end), None
    )


def _behind(text: str, end: int) -> Stretch:
    """The rest of the sentence after a quotation."""
    last = SENTENCE_ENDS.search(text, end, end + REACH)
    return Stretch(end, last.start() if last else min(len(text), end + REACH))


def _before(text: str, start: int) -> Stretch:
    """The sentence before a quotation up to it."""
    low = max(0, start - REACH)
    ends = [match.end() for match in SENTENCE_ENDS.finditer(text, low, start)]
    return Stretch(ends[-1] if ends else low, start)


@cache
def _says() -> re.Pattern[str]:
    return re.compile(f"{word_alternatives('speech_verbs')}|{word_alternatives('praising_speech')}")
