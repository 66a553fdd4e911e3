"""Who works with whom in a clause: around 与 or the like, who helps, and who is served."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from drafting.drafters.article import Article
from drafting.drafters.learning.taught_lesson import cell_of, end_of, places_between
from drafting.recognition.organisations import RecognisedOrganisation
from drafting.subjects.parties import PARTNER_PREPOSITIONS
from drafting.subjects.subject import Clause
from drafting.words.word_tables import alternatives, word_alternatives, word_table

JOINING_PREPOSITIONS = "与同跟和"
# What stands before a place in or for which somebody acts.
PLACE_PREPOSITIONS = "在为给向到来驻"
# What joins the parties of a row, and a word for the place that speaks.
ROW_MARKS, WE = "、和及", "我们"
PLACE_HERE = re.compile("我[省市州县区旗镇乡]")


def pairs_around_prepositions(article: Article, clause: Clause) -> Iterator[tuple[str, str]]:
    """The cells of each two parties with a preposition directly between them.

    Behind it a row of parties may stand: 甲医院与乙医院、丙医院. What 由, 把 or 将 introduces is
    one party: 由甲和乙.
    """
    text, start, end = article.clean.text, clause.stretch.start, clause.stretch.end
    spans = _party_spans(article, clause)
    parties_by_end = {span_end: cell for cell, _, span_end in spans}
    for match in re.compile(f"[{JOINING_PREPOSITIONS}]").finditer(text, start, end):
        first = parties_by_end.get(match.start(), "")
        if first and not _is_row(article, clause, match):
            partners = _row_at(article, clause, match.end())
            yield from ((first, partner) for partner in partners if partner != first)


def _party_spans(article: Article, clause: Clause) -> list[tuple[str, int, int]]:
    """The cell, start and end of each party of a clause: organisations, and places outside them."""
    organisations = article.organisations_in(clause.stretch)
    spans = [(article.parties.cell(o), o.start, o.end) for o in organisations]
    for place in places_between(article, clause.stretch.start, clause.stretch.end):
        if not any(o.start <= place.start < o.end for o in organisations):
            spans.append((cell_of(article, place) or "", place.start, end_of(article, place)))
    return spans


def _row_at(article: Article, clause: Clause, start: int) -> Iterator[str]:
    """The cells of the row of parties that begins at a position: 乙医院、丙医院, 我县, 集团."""
    text, spans = article.clean.text, _party_spans(article, clause)
    own_start = start + len(WE) if text.startswith(WE, start) else start
    if own_start != start and any(own_start == span[1] for span in spans):
        start = own_start  # 与我们县医院
    elif here := _here_pattern().match(text, start, clause.stretch.end):
        place = clause.speaker_place or article.home_place
        yield place if PLACE_HERE.match(here[0]) else article.parties.home_party
        return
    if short_name := article.parties.organisation_of_short_name(start):
        yield article.parties.cell(short_name)
        return
    ends = {span_start: (cell, end) for cell, span_start, end in spans}
    while start in ends:
        cell, end = ends[start]
        yield cell
        start = end + 1 if text[end : end + 1] in ROW_MARKS else -1


def _is_row(article: Article, clause: Clause, match: re.Match[str]) -> bool:
    """Whether the parties are one row that 由, 把 or 将 introduces, or 和 joins at its end."""
    before = article.clean.text[clause.stretch.start : match.start()]
    return match[0] == "和" and bool(re.search("[由把将、]", before))


@cache
def _here_pattern() -> re.Pattern[str]:
    return re.compile(rf"{word_alternatives('home_words')}|我[局委中校集]")


def served_places(
    article: Article, clause: Clause, organisations: Sequence[RecognisedOrganisation]
) -> list[str]:
    """The place in or for which an organisation of another place acts: 在甲县, 为乙县."""
    text, own_place = article.clean.text, article.parties.place_of(organisations[0])
    here = _place_here_pattern().search(text, organisations[0].end, clause.stretch.end)
    if here and (home := clause.speaker_place or article.home_place) != own_place:
        return [home] if home else []
    for place in places_between(article, organisations[0].end, clause.stretch.end):
        if text[place.start - 1] in PLACE_PREPOSITIONS and place.code not in (own_place, None):
            return [place.code or ""]
    return []


def partners_of_subject(article: Article, clause: Clause) -> list[str]:
    """The cells of the places after 与 or the like, or a verb of help: 同甲市合办, 帮扶甲县."""
    text, start, end = article.clean.text, clause.stretch.start, clause.stretch.end
    places = [
        place
        for place in places_between(article, start, end)
        if _partner_opening_pattern().search(text, start, place.start) and place.start > start
    ]
    return [cell for place in places if (cell := cell_of(article, place))]


def offices_of_two_places(article: Article, clause: Clause) -> list[str]:
    """The cells of the offices that two places named before have: 两县医保局."""
    match = _offices_pattern().search(article.clean.text, clause.stretch.start, clause.stretch.end)
    codes = article.parties.counted_places_at(match.start()) if match else ()
    names = [article.gazetteer.names.get(code, "") for code in codes]
    return [
        article.thing_cell("organisation", f"{n}{match['office']}") for n in names if match and n
    ]


def helper_of_clause(article: Article, clause: Clause) -> str:
    """The cell of the party with whose help the next clause's subject acts, or "".

    在甲医院的支持下 names an organisation, 在甲市帮助下 a place.
    """
    match = _help_pattern().match(article.clean.text, clause.stretch.start, clause.stretch.end)
    if not match:
        return ""
    start, end = match.span("helper")
    for organisation in article.organisations_in(clause.stretch):
        if start <= organisation.start < end:
            return article.parties.cell(organisation)
    places = [p for p in article.parties.subject_places if start <= p.start < end]
    return cell_of(article, places[0]) or "" if places else ""


def relies_on(article: Article, clause: Clause, organisation: RecognisedOrganisation) -> bool:
    """Whether a place relies on an organisation of another place: 依托甲省医院, 引进甲省医院."""
    is_outsider = article.parties.place_of(organisation) not in (None, clause.subject)
    start, end = clause.stretch.start, organisation.start
    return is_outsider and bool(_reliance_pattern().search(article.clean.text, start, end))


@cache
def _reliance_pattern() -> re.Pattern[str]:
    return re.compile(f"(?:{word_alternatives('outside_help_words')})(?:了|来)?$")


@cache
def _partner_opening_pattern() -> re.Pattern[str]:
    """The words directly before a partner: 与, 与邻近的, 对口支援, 牵手."""
    neighbours = f"(?:{word_alternatives('neighbour_words')})的?"
    return re.compile(
        rf"(?:[{PARTNER_PREPOSITIONS}]|{word_alternatives('tie_verbs')})(?:{neighbours})?$"
    )


@cache
def _place_here_pattern() -> re.Pattern[str]:
    return re.compile(f"[{PLACE_PREPOSITIONS}](?:{word_alternatives('home_words')})")


@cache
def _offices_pattern() -> re.Pattern[str]:
    heads = [row["written"] for row in word_table("organisation_heads") if row["speaks_for_place"]]
    return re.compile(rf"[两三][省市县区地](?P<office>{alternatives(heads)})")


@cache
def _help_pattern() -> re.Pattern[str]:
    words = word_alternatives("help_words")
    return re.compile(
        rf"[^，,。；;]{{0,6}}?在(?P<helper>[^，,。；;]+?)的?[\u4e00-\u9fff]{{0,4}}(?:{words})下"
    )
