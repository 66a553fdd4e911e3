"""Who names someone for an award."""

from __future__ import annotations

import re
from functools import cache

from drafting.drafters.article import Article
from drafting.subjects.subject import Clause
from drafting.words.word_tables import word_alternatives

# What stands before who names someone in the passive.
PASSIVE_MARK = "被"
# How far behind its verb an award may end.
MAX_AWARD_DISTANCE = 30


def award_giver(article: Article, clause: Clause) -> str:
    """The organisation that names someone for an award in a clause, or "".

    It stands before the verb (被省卫健委评为十佳案例), or begins the award's name behind it.
    """
    match = _award_pattern().search(article.text(clause.stretch))
    if not match:
        return ""
    start, end = (clause.stretch.start + side for side in match.span())
    for organisation in article.parties.organisations:
        is_behind = start <= organisation.start < end
        is_before = clause.stretch.start <= organisation.start < start
        gives = is_before and article.clean.text[organisation.start - 1] == PASSIVE_MARK
        if is_behind or gives:
            return article.parties.cell(organisation)
    return ""


@cache
def _award_pattern() -> re.Pattern[str]:
    verbs, awards = word_alternatives("designation_verbs"), word_alternatives("award_words")
    return re.compile(rf"(?:{verbs})[^，,。；;]{{0,{MAX_AWARD_DISTANCE}}}(?:{awards})")
