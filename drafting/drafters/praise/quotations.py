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
    speaker_passage: Stretch

    def has(self, stretch: Stretch) -> bool:
        """Whether a stretch begins in the quotation."""
        return self.stretch.start <= stretch.start < self.stretch.end


def quotations(article: Article) -> tuple[Quotation, ...]:
    """The quotations of an article that an organisation says, in their order."""
    text = article.clean.text
    organisation_quotations = []
    for match in QUOTATION.finditer(text):
        for side in (_stretch_behind(text, match.end()), _stretch_before(text, match.start())):
            organisations = article.organisations_in(side)
            if organisations and _speech_pattern().search(text, side.start, side.end):
                speaker = article.parties.cell(organisations[0])
                organisation_quotations.append(Quotation(Stretch(*match.span()), speaker, side))
                break
    return tuple(organisation_quotations)


def quotation_called_praise(
    article: Article, clause: Clause, speeches: Iterable[Quotation]
) -> Quotation | None:
    """The quotation directly before a clause that calls it praise: “…”甲省卫健委评价说."""
    if not word_pattern("praising_speech").search(article.text(clause.stretch)):
        return None
    quotations_before_speaker = (q for q in speeches if q.speaker_passage.start >= q.stretch.end)
    return next(
        (
            q
            for q in quotations_before_speaker
            if q.speaker_passage.start <= clause.stretch.start < q.speaker_passage.end
        ),
        None,
    )


def _stretch_behind(text: str, end: int) -> Stretch:
    """The rest of the sentence after a quotation."""
    sentence_end = SENTENCE_ENDS.search(text, end, end + REACH)
    return Stretch(end, sentence_end.start() if sentence_end else min(len(text), end + REACH))


def _stretch_before(text: str, start: int) -> Stretch:
    """The sentence before a quotation up to it."""
    limit = max(0, start - REACH)
    ends = [match.end() for match in SENTENCE_ENDS.finditer(text, limit, start)]
    return Stretch(ends[-1] if ends else limit, start)


@cache
def _speech_pattern() -> re.Pattern[str]:
    return re.compile(f"{word_alternatives('speech_verbs')}|{word_alternatives('praising_speech')}")
