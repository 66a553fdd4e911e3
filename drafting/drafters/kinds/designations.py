"""Drafts of designations: who was named for what, in a clause or in a list under its title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from drafting.drafters.article import EDGES, Article
from drafting.drafters.learning.taught_lesson import (
    cell_of,
    end_of,
    parties_near,
    places_between,
    row_at,
)
from drafting.drafters.stance import stance
from drafting.drafts.draft import NEW_PREFIX, Band, Draft
from drafting.recognition.places import RecognisedPlace
from drafting.subjects.subject import Clause
from drafting.text.body import is_paragraph
from drafting.text.sentences import list_mark_end
from drafting.words.word_tables import word_alternatives, word_pattern

KIND = "designation"
# How far after its verb the programme's name may end.
REACH = 30
# How many parties a curator may choose from.
MAX_CANDIDATES = 5
# How long the title of a list and a line of it may be.
MAX_TITLE_LETTERS, MAX_LINE_LETTERS = 45, 60
# The number of a case or of an annex, with the marks behind it.
CASE_NUMBER = re.compile(r"案例[0-9一二三四五六七八九十]{1,3}[ :：、.．]*")
# What stands between the names of a list's line.
BETWEEN_NAMES = " \t、，,；;：:"
ANNEX_NUMBER = re.compile(r"附[件录表]?[0-9一二三四五六七八九十]*[ :：、.．]*")


def draft_designations(article: Article, drafted_by: str) -> Iterator[Draft]:
    """A draft for each party and each programme that a clause or a list names it for."""
    for clause in article.clauses:
        text = article.text(clause.stretch)
        if rows := list(_pilots(article, clause)):
            for place, programme in rows:
                yield _draft(article, clause, place, programme, drafted_by)
        elif match := _designation_pattern().search(text) or _programme_place_pattern().search(
            text
        ):
            for programme in _programmes(match[1]):
                designee = clause.party or clause.subject or ""
                yield _draft(article, clause, designee, programme, drafted_by)
    yield from _list_drafts(article, drafted_by)


def _draft(
    article: Article,
    clause: Clause,
    designee: str,
    programme: str,
    drafted_by: str,
    band: Band | None = None,
) -> Draft:
    """A draft with the other parties of its sentence, and the text's own, as candidates."""
    cells = {
        "designee": designee,
        "programme": article.thing_cell("programme", programme),
        "stance": stance(article, clause),
    }
    first_parties = (designee, clause.subject, clause.party, article.parties.home_party)
    parties = tuple(
        dict.fromkeys(filter(None, [*first_parties, *parties_near(article, clause.sentence)]))
    )
    candidates = (("designee", parties[:MAX_CANDIDATES]),)
    return article.draft(KIND, clause, cells, drafted_by, band=band, candidates=candidates)


def _programmes(row: str) -> list[str]:
    """The programmes of a row, each with the last word of one; else the row as one name."""
    parts = row.split("、")
    ends = re.compile(f"(?:{word_alternatives('programme_words')})$")
    return parts if all(ends.search(part) for part in parts) else [row]


def _pilots(article: Article, clause: Clause) -> Iterator[tuple[str, str]]:
    """The places between a verb or 在 and the programme that they are named for.

    确定甲县、乙县为试点县; 在甲县、乙县启动付费试点.
    """
    text, end = article.clean.text, clause.stretch.end
    for opener in word_pattern("pilot_openers").finditer(text, clause.stretch.start, end):
        row = row_at(article, opener.end())
        if match := row and _pilot_pattern().match(text, end_of(article, row[-1]), end):
            for place in row:
                yield _cell(article, place), match[1].lstrip("了")
            return


def _list_drafts(article: Article, drafted_by: str) -> Iterator[Draft]:
    """A draft for each place or organisation of a list with a title.

    The title of the text counts for its numbered cases, that of an annex for the lines below it.
    """
    text = article.clean.text
    text_programme = annex_programme = _programme_of(_line(text, 0))
    lines = {text.rfind("\n", 0, c.stretch.start) + 1: c for c in reversed(article.clauses)}
    for start, clause in sorted(lines.items()):
        line = _line(text, start)
        case = CASE_NUMBER.match(line)
        if programme := _programme_of(line) if start and not case else "":
            annex_programme = programme
        elif is_paragraph(line):
            annex_programme = ""
        elif (
            programme := text_programme
            if case
            else annex_programme
            if start and len(line) <= MAX_LINE_LETTERS
            else ""
        ):
            head = start + (case.end() if case else list_mark_end(line))
            for place in places_between(article, head, start + len(line)):
                if place.start == head or text[place.start - 1] in BETWEEN_NAMES:
                    cell = _cell(article, place)
                    yield _draft(article, clause, cell, programme, drafted_by, Band.GUESS)


def _programme_of(line: str) -> str:
    """The programme whose list a line begins: 附件1：风筝示范县名单, or ""."""
    if (
        len(line) > MAX_TITLE_LETTERS
        or is_paragraph(line)
        or word_pattern("proposal_words").search(line)
    ):
        return ""
    match = _list_title_pattern().search(line)
    return ANNEX_NUMBER.sub("", match[1]).strip(EDGES) if match else ""


def _line(text: str, start: int) -> str:
    end = text.find("\n", start)
    return text[start : end if end >= 0 else len(text)]


def _cell(article: Article, place: RecognisedPlace) -> str:
    return cell_of(article, place) or f"{NEW_PREFIX}{place.words}"


@cache
def _designation_pattern() -> re.Pattern[str]:
    """A verb of naming and a programme after it."""
    verbs, heads = word_alternatives("designation_verbs"), word_alternatives("programme_words")
    return re.compile(rf"(?:{verbs})([^，,。；;]{{0,{REACH}}}(?:{heads}))")


@cache
def _programme_place_pattern() -> re.Pattern[str]:
    """甲县是国家风筝试点县."""
    heads = word_alternatives("programme_places")
    scopes = word_alternatives("programme_scopes")
    return re.compile(
        rf"(?:是|为|属于)([^，,。；;是]{{0,12}}(?:{scopes})[^，,。；;]{{0,{REACH}}}(?:{heads}))(?=$|[，,。；;（(之])"
    )


@cache
def _pilot_pattern() -> re.Pattern[str]:
    """The programme that follows a row of places: 3个县启动付费试点, 为试点县."""
    verbs, heads = word_alternatives("pilot_verbs"), word_alternatives("programme_words")
    return re.compile(rf"[^，,。；;]{{0,12}}?(?:{verbs})([^，,。；;]{{2,{REACH}}}(?:{heads}))")


@cache
def _list_title_pattern() -> re.Pattern[str]:
    verbs, ends = word_alternatives("list_title_verbs"), word_alternatives("list_titles")
    return re.compile(rf"(?:.*(?:{verbs})|^)([^，,。；;]{{4,}}?)(?:{ends})")
