"""Drafts of events: who took part in what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafting.drafters.article import EDGES, Article
from drafting.drafters.learning.hints import lessons_and_hints
from drafting.drafters.learning.taught_lesson import TaughtLesson, cell_of, parties_near
from drafting.drafters.learning.teachings import lessons
from drafting.drafters.stance import stance
from drafting.drafts.draft import NEW_PREFIX, Band, Draft
from drafting.subjects.parties import NO_SUBJECT
from drafting.subjects.subject import Clause
from drafting.text.body import is_paragraph
from drafting.text.sentences import Stretch, line_of
from drafting.words.word_tables import pairs, word_pattern

KIND = "happening"
ORGANISER, PARTICIPANT, HOST = "organiser", "participant", "visited"
# How long a line of a chronicle may be, and what ends a clause of it.
MAX_CHRONICLE_LETTERS, CLAUSE_MARKS = 60, re.compile("[，,。；;：:]")
# How far before a sentence parties are candidates, and how many of them.
LETTERS_BEFORE_SENTENCE, MAX_CANDIDATES = 60, 5
# A day, a month or a year; how long a year is; how few letters behind a date tell no event.
DAY_MONTH_OR_YEAR, YEAR_LENGTH, MIN_DEED_LETTERS = re.compile("[0-9]{4}(?:-[0-9]{2}){0,2}"), 4, 6
HAN = re.compile("[\u4e00-\u9fff]")
# Within how many letters from its head a sentence has its date, and a clause an office.
DATE_AT_HEAD, OFFICE_AT_HEAD = 12, 24


def draft_happenings(article: Article, drafted_by: str) -> Iterator[Draft]:
    """A draft for each party of a clause that states an event; the clause is its name.

    An event is recognised by a visit of learners, by its verb, or by a date before an achievement.
    A party that speaks through an office after a meeting is mentioned took part in the meeting.
    """
    verbs = pairs("event_verbs", "role")
    meeting = ""
    hints = _hinted_visits(article)
    for clause in article.clauses:
        text = article.text(clause.stretch)
        name = text.strip(EDGES)
        visits = [lesson for lesson in lessons(article, clause) if lesson.is_visit]
        if visits:
            for party, role in _visitors(article, clause, visits).items():
                yield _draft(article, clause, name, party, role, drafted_by)
        elif match := word_pattern("event_verbs").search(text):
            for party, role in _participants(article, clause, verbs[match[0]]).items():
                yield _draft(article, clause, name, party, role, drafted_by)
            meeting = name if word_pattern("meeting_words").search(text) else meeting
        elif clause.party and (
            _is_dated_achievement(article, clause)
            or _is_in_chronicle(article, clause)
            or _is_dated_deed(article, clause)
        ):
            yield _draft(article, clause, name, clause.party, ORGANISER, drafted_by)
        elif meeting and (speaker := _office(article, clause)):
            yield _draft(article, clause, meeting, speaker, PARTICIPANT, drafted_by)
        elif hinted_visits := hints.get(clause.stretch):
            for party, role in _visitors(article, clause, hinted_visits).items():
                yield _draft(article, clause, name, party, role, drafted_by)


def _hinted_visits(article: Article) -> dict[Stretch, list[TaughtLesson]]:
    visits: dict[Stretch, list[TaughtLesson]] = {}
    for clause, lesson in lessons_and_hints(article):
        if lesson.is_visit:
            visits.setdefault(clause.stretch, []).append(lesson)
    return visits


def _draft(
    article: Article, clause: Clause, event: str, party: str, role: str, drafted_by: str
) -> Draft:
    """A draft with the other parties that its sentence and the one before it name as candidates."""
    cells = {
        "event": f"{NEW_PREFIX}{event}",
        "participant": party,
        "role": role,
        "stance": stance(article, clause),
    }
    candidates = (("participant", _candidate_parties(article, clause, party)),)
    return article.draft(KIND, clause, cells, drafted_by, band=Band.GUESS, candidates=candidates)


def _candidate_parties(article: Article, clause: Clause, party: str) -> tuple[str, ...]:
    """The cells of a party, of those named in its clause and shortly before it, and of the party
    that the article is about."""
    passage = Stretch(clause.sentence.start - LETTERS_BEFORE_SENTENCE, clause.stretch.end)
    parties = (*parties_near(article, passage), *parties_near(article, clause.sentence))
    cells = [party, *parties[: MAX_CANDIDATES - 2], article.parties.home_party, *parties]
    return tuple(dict.fromkeys(filter(None, cells)))[:MAX_CANDIDATES]


def _is_dated_achievement(article: Article, clause: Clause) -> bool:
    """Whether a date before a clause in its sentence is that of an achievement."""
    start, end = clause.sentence.start, clause.stretch.end
    text = article.clean.text
    achievement = word_pattern("achievement_words").search(text, clause.stretch.start, end)
    return bool(achievement) and any(
        start <= date.start < achievement.start() and date.start - start < DATE_AT_HEAD
        for date in article.dates
        if achievement
    )


def _is_dated_deed(article: Article, clause: Clause) -> bool:
    """Whether a sentence of a paragraph begins with a date, and the clause tells what was done.

    Behind a day or a month the first clause does; behind a year one with a verb of deeds.
    """
    text, start, end = article.clean.text, clause.sentence.start, clause.stretch.end
    line = line_of(text, Stretch(start, end))
    dates = [d for d in article.dates if start <= d.start < start + DATE_AT_HEAD and d.end <= end]
    if (
        not dates
        or not DAY_MONTH_OR_YEAR.fullmatch(dates[-1].edtf)
        or not is_paragraph(article.text(line))
    ):
        return False
    words_start = max(dates[-1].end, clause.stretch.start)
    words = text[words_start:end]
    if len(HAN.findall(words)) < MIN_DEED_LETTERS or word_pattern("speech_verbs").search(words):
        return False
    is_first = not HAN.search(text, dates[-1].end, words_start)
    has_verb = bool(word_pattern("deed_verbs").search(words))
    return has_verb or (is_first and len(dates[-1].edtf) > YEAR_LENGTH)


def _is_in_chronicle(article: Article, clause: Clause) -> bool:
    """Whether a clause begins a short line after a date, as in a list of what happened when."""
    text = article.clean.text
    stretch = line_of(text, clause.stretch)
    line = article.text(stretch)
    begins = any(date.start == stretch.start and date.edtf for date in article.dates)
    is_first = not CLAUSE_MARKS.search(text, stretch.start, clause.stretch.start)
    return begins and is_first and len(line) <= MAX_CHRONICLE_LETTERS and not is_paragraph(line)


def _office(article: Article, clause: Clause) -> str:
    """The cell of the place or organisation whose office is in a clause's first words."""
    start, end = clause.stretch.start, clause.stretch.end
    _, party = article.parties.place_and_party(start, start + 1)
    title = word_pattern("office_titles").search(
        article.clean.text, start, min(start + OFFICE_AT_HEAD, end)
    )
    return party if title else ""


def _visitors(article: Article, clause: Clause, visits: Sequence[TaughtLesson]) -> dict[str, str]:
    """The subject, who takes part in the visits of a clause, and the places visited."""
    visited_places = [place for visit in visits for place in visit.teachers]
    hosts = dict.fromkeys(
        (cell_of(article, place) or f"{NEW_PREFIX}{place.words}" for place in visited_places),
        HOST,
    )
    learners = (cell_of(article, place) for visit in visits for place in visit.learners)
    visitors = [
        article.parties.cell(organisation)
        for organisation in article.parties.organisations
        if clause.sentence.start <= organisation.start < visits[0].start
    ]
    guests = [*filter(None, learners), *visitors]
    guests = guests or [party for party in clause.parties if party and party not in hosts]
    if not guests and article.home_place not in hosts:
        guests = [article.home_place]
    return {**dict.fromkeys(filter(None, guests), PARTICIPANT), **hosts}


def _participants(article: Article, clause: Clause, role: str) -> dict[str, str]:
    """The subject and the parties that the clause names, with their parts in the event."""
    visited_stretches = _visited_stretches(article, clause)
    roles = dict.fromkeys(filter(None, clause.parties), role)
    organisations = article.organisations_in(clause.stretch)
    for organisation in organisations:
        roles.setdefault(article.parties.cell(organisation), PARTICIPANT)
    for place in article.places:
        is_in_name = any(o.start <= place.start < o.end for o in organisations)
        if (
            any(part.start <= place.start < part.end for part in visited_stretches)
            and not is_in_name
        ):
            row = article.parties.row(place)
            if place.reason not in NO_SUBJECT and not any(p.end == place.start for p in row):
                roles.setdefault(row[-1].code or f"{NEW_PREFIX}{row[-1].words}", HOST)
    return roles


def _visited_stretches(article: Article, clause: Clause) -> list[Stretch]:
    """Where a clause names the visited place: after the verb, or between 在 and the verb."""
    text, end = article.clean.text, clause.stretch.end
    visit = word_pattern("visit_verbs").search(text, clause.stretch.start, end)
    if not visit:
        return []
    opener = word_pattern("visit_openers").search(text, clause.stretch.start, visit.start())
    after_verb = Stretch(visit.end(), end)
    return [after_verb, Stretch(opener.end(), visit.start())] if opener else [after_verb]
