"""Drafts of events and designations: who took part in what, and who was named for what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from drafting.drafters.article import EDGES, Article
from drafting.drafters.kinds.visits import VISITED, TaughtLesson, lessons
from drafting.drafters.parties import NO_SUBJECT
from drafting.drafters.stance import stance
from drafting.drafters.subject import Clause
from drafting.drafts.draft import NEW, Band, Draft
from drafting.text.sentences import Stretch
from drafting.words.word_tables import pairs, word_alternatives

HAPPENING, DESIGNATION = "happening", "designation"
# How far after its verb the programme's name may end.
REACH = 30
ORGANISER, PARTICIPANT = "organiser", "participant"
# How far before a sentence parties are candidates, and how many of them.
BEFORE, CANDIDATES = 60, 5
# Within how many letters from its head a sentence has its date, and a clause an office.
DATE_AT_HEAD, OFFICE = 12, 24


def draft_happenings(article: Article, drafted_by: str) -> Iterator[Draft]:
    """A draft for each party of a clause that states an event; the clause is its name.

    An event is recognised by a visit of learners, by its verb, or by a date before an achievement.
    A party that speaks through an office after a meeting is mentioned took part in the meeting.
    """
    verbs = pairs("event_verbs", "role")
    meeting = ""
    for clause in article.clauses:
        text = article.text(clause.stretch)
        name = text.strip(EDGES)
        visits = [lesson for lesson in lessons(article, clause) if lesson.is_visit]
        if visits:
            for party, role in _visitors(article, clause, visits).items():
                yield _happening(article, clause, name, party, role, drafted_by)
        elif match := _words("event_verbs").search(text):
            for party, role in _participants(article, clause, verbs[match[0]]).items():
                yield _happening(article, clause, name, party, role, drafted_by)
            meeting = name if _words("meeting_words").search(text) else meeting
        elif clause.party and _is_dated_achievement(article, clause):
            yield _happening(article, clause, name, clause.party, ORGANISER, drafted_by)
        elif meeting and (speaker := _office(article, clause)):
            yield _happening(article, clause, meeting, speaker, PARTICIPANT, drafted_by)


def _happening(
    article: Article, clause: Clause, event: str, party: str, role: str, drafted_by: str
) -> Draft:
    """A draft with the other parties that its sentence and the one before it name as candidates."""
    cells = {"event": f"{NEW}{event}", "participant": party, "role": role, "stance": "stated"}
    candidates = (("participant", _parties_around(article, clause, party)),)
    return article.draft(
        HAPPENING, clause, cells, drafted_by, band=Band.GUESS, candidates=candidates
    )


def _parties_around(article: Article, clause: Clause, party: str) -> tuple[str, ...]:
    """The cells of a party and of those named nearest to the end of a clause."""
    start, end = clause.sentence.start - BEFORE, clause.sentence.end
    parties = article.parties
    named = [(o.end, parties.cell(o)) for o in parties.organisations if start <= o.start < end]
    for place in article.places:
        inside = any(o.start <= place.start < o.end for o in parties.organisations)
        if start <= place.start < end and place.reason not in NO_SUBJECT and not inside:
            named.append((place.end, place.code or f"{NEW}{place.written}"))
    nearest = sorted(named, key=lambda item: (abs(item[0] - clause.stretch.end), item))
    return tuple(dict.fromkeys([party, *(cell for _, cell in nearest)]))[:CANDIDATES]


def _is_dated_achievement(article: Article, clause: Clause) -> bool:
    """Whether a date before a clause in its sentence is that of an achievement."""
    start, end = clause.sentence.start, clause.stretch.end
    text = article.clean.text
    achievement = _words("achievement_words").search(text, clause.stretch.start, end)
    return bool(achievement) and any(
        start <= date.start < achievement.start() and date.start - start < DATE_AT_HEAD
        for date in article.dates
        if achievement
    )


def _office(article: Article, clause: Clause) -> str:
    """The cell of the place or organisation whose office stands in a clause's first words."""
    start, end = clause.stretch.start, clause.stretch.end
    _, party = article.parties.at(start, start + 1)
    title = _words("office_titles").search(article.clean.text, start, min(start + OFFICE, end))
    return party if title else ""


def draft_designations(article: Article, drafted_by: str) -> Iterator[Draft]:
    """A draft for each clause with a verb of naming and a programme after it."""
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


def _visitors(article: Article, clause: Clause, visits: Sequence[TaughtLesson]) -> dict[str, str]:
    """The subject, who takes part in the visits of a clause, and the places visited."""
    rows = [article.parties.row(place)[-1] for visit in visits for place in visit.teachers]
    hosts = dict.fromkeys([row.code or f"{NEW}{row.written}" for row in rows], VISITED)
    named = (article.innermost(p.start, p.end) for visit in visits for p in visit.learners)
    guests = [*filter(None, named)]
    guests = guests or [party for party in clause.parties if party and party not in hosts]
    if not guests and article.main_place not in hosts:
        guests = [article.main_place]
    return {**dict.fromkeys(filter(None, guests), PARTICIPANT), **hosts}


def _participants(article: Article, clause: Clause, role: str) -> dict[str, str]:
    """The subject and the parties that the clause names, with their parts in the event."""
    start, end = clause.stretch.start, clause.stretch.end
    visited = _visited(article, clause)
    roles = dict.fromkeys(filter(None, clause.parties), role)
    organisations = [o for o in article.parties.organisations if start <= o.start < end]
    for organisation in organisations:
        roles.setdefault(article.parties.cell(organisation), PARTICIPANT)
    for place in article.places:
        inside = any(o.start <= place.start < o.end for o in organisations)
        if any(part.start <= place.start < part.end for part in visited) and not inside:
            row = article.parties.row(place)
            if place.reason not in NO_SUBJECT and not any(p.end == place.start for p in row):
                roles.setdefault(row[-1].code or f"{NEW}{row[-1].written}", VISITED)
    return roles


def _visited(article: Article, clause: Clause) -> list[Stretch]:
    """Where a clause names the visited place: after the verb, or between 在 and the verb."""
    text, end = article.clean.text, clause.stretch.end
    visit = _words("visit_verbs").search(text, clause.stretch.start, end)
    if not visit:
        return []
    before = _words("visit_openers").search(text, clause.stretch.start, visit.start())
    behind = Stretch(visit.end(), end)
    return [behind, Stretch(before.end(), visit.start())] if before else [behind]


@cache
def _words(table: str) -> re.Pattern[str]:
    return re.compile(word_alternatives(table))
