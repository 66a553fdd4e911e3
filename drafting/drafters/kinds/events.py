"""Drafts of happenings and designations: who took part in what, who was named for what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from drafting.drafters.article import EDGES, Article
from drafting.drafters.stance import stance
from drafting.drafters.subject import NO_SUBJECT, Clause
from drafting.drafts.draft import NEW, Band, Draft
from drafting.words.word_tables import pairs, word_alternatives

HAPPENING, DESIGNATION = "happening", "designation"
# How far behind its verb the programme's name may end.
REACH = 30
VISITED = "visited"


def draft_happenings(article: Article, drafted_by: str) -> Iterator[Draft]:
    """A draft for each party of a clause that tells an event; the clause is its name."""
    verbs = pairs("event_verbs", "role")
    for clause in article.clauses:
        text = article.text(clause.stretch)
        if match := _words("event_verbs").search(text):
            for party, role in _participants(article, clause, verbs[match[0]]).items():
                cells = {
                    "event": f"{NEW}{text.strip(EDGES)}",
                    "participant": party,
                    "role": role,
                    "stance": "stated",
                }
                yield article.draft(HAPPENING, clause, cells, drafted_by, band=Band.GUESS)


def draft_designations(article: Article, drafted_by: str) -> Iterator[Draft]:
    """A draft for each clause with a verb of naming and a programme behind it."""
    verbs, heads = word_alternatives("designation_verbs"), word_alternatives("programme_words")
    pattern = re.compile(rf"(?:{verbs})([^，,。；;]{{0,{REACH}}}(?:{heads}))")
    for clause in article.clauses:
        if match := pattern.search(article.text(clause.stretch)):
            cells = {
                "designee": clause.subject or clause.party,
                "programme": article.thing_cell("programme", match[1]),
                "stance": stance(article, clause),
            }
            yield article.draft(DESIGNATION, clause, cells, drafted_by)


def _participants(article: Article, clause: Clause, role: str) -> dict[str, str]:
    """The party spoken of and those that the clause names, with their parts in the event."""
    start, end = clause.stretch.start, clause.stretch.end
    visit = _words("visit_verbs").search(article.clean.text, start, end)
    roles = {clause.party: role} if clause.party else {}
    organisations = [o for o in article.parties.organisations if start <= o.start < end]
    for organisation in organisations:
        roles.setdefault(article.parties.cell(organisation), "participant")
    for place in article.places:
        inside = any(o.start <= place.start < o.end for o in organisations)
        if visit and visit.end() <= place.start < end and not inside:
            row = article.parties.row(place)
            if place.reason not in NO_SUBJECT and not any(p.end == place.start for p in row):
                roles.setdefault(row[-1].code or f"{NEW}{row[-1].written}", VISITED)
    return roles


@cache
def _words(table: str) -> re.Pattern[str]:
    return re.compile(word_alternatives(table))
