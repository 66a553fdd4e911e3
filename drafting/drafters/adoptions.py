"""Drafts of adoptions: clauses that name a mechanism, or words much like the name of one."""

from __future__ import annotations

from collections.abc import Iterator

from drafting.drafters.article import Article, Clause
from drafting.drafts.draft import Band, Draft

KIND = "adoption"
# The share of letters from which a clause may speak of a mechanism that it does not name. At 0.2
# nearly four of five curated adoptions have a draft and half the drafts are read in vain; at 0.33
# two of three have one. Both were measured on the five curated texts.
LIKE = 0.2


def draft_adoptions(article: Article, drafted_by: str) -> Iterator[Draft]:
    """A draft for each mechanism that a clause names, else for the one that it is most like."""
    for clause in article.clauses:
        phrase = article.clean.text[clause.stretch.start : clause.stretch.end]
        mentions = article.lexicon.mentions(phrase)
        nearest = article.lexicon.nearest(phrase)
        others = tuple(code for code, _ in nearest)
        named = {mention.codes[0]: mention.written for mention in mentions}
        for code, written in named.items():
            yield _draft(article, clause, code, written, others, None, drafted_by)
        if not named and nearest and nearest[0][1] >= LIKE:
            yield _draft(article, clause, others[0], "", others, Band.GUESS, drafted_by)


def _draft(
    article: Article,
    clause: Clause,
    mechanism: str,
    local_name: str,
    candidates: tuple[str, ...],
    band: Band | None,
    drafted_by: str,
) -> Draft:
    cells = {
        "adopter": clause.subject or "",
        "mechanism": mechanism,
        "local_name": local_name,
        "stance": "stated",
    }
    others = (("mechanism", candidates),) if candidates else ()
    return article.draft(KIND, clause, cells, drafted_by, band=band, candidates=others)
