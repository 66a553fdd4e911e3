"""Drafts of cooperation: two parties and a verb such as 共建, 帮扶 or 托管."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from drafting.drafters.article import Article
from drafting.drafters.learning.taught_lesson import cell_of, places_between
from drafting.drafters.stance import stance
from drafting.drafts.draft import Band, Draft
from drafting.recognition.organisations import RecognisedOrganisation
from drafting.subjects.parties import NO_SUBJECT, PARTNER_PREPOSITIONS
from drafting.subjects.subject import Clause
from drafting.words.word_tables import alternatives, word_alternatives, word_pattern, word_table

KIND = "cooperation"
# What stands before who acts for the subject of the clause before.
AGENT = "由经"
PAIR = 2
# What stands before a place in or for which somebody acts.
PLACE_PREPOSITIONS = "在为给向到来驻"
# What joins the organisations of a row, and the types of those that only govern or report.
ROW_JOINERS, OUTSIDERS = "、和及即", {"media", "party_or_political", "government", ""}


def draft_cooperation(article: Article, drafted_by: str) -> Iterator[Draft]:
    """A draft for each clause with two parties that work together.

    With a verb such as 共建 they are organisations, or places behind 与 or the like, and the
    subject. Without one they are a guess: who helps (在甲医院支持下) and the subject of the next
    clause, the offices of two places (两县医保局), or two hospitals or the like in one clause.
    """
    previous_clause: Clause | None = None
    previous_parties: list[str] = []
    for clause in article.clauses:
        parties, band = _parties(article, clause, previous_clause)
        if len(parties) < PAIR and _joint_deed_pattern().match(article.text(clause.stretch)):
            parties, band = previous_parties, Band.GUESS
        previous_parties = parties if len(parties) == PAIR else previous_parties
        for partner in parties[1:]:
            yield _draft(article, clause, parties[0], partner, band, drafted_by)
        previous_clause = clause


def _parties(
    article: Article, clause: Clause, previous_clause: Clause | None
) -> tuple[list[str], Band | None]:
    """The cells of the parties of a clause that work together, and the band of their draft."""
    previous_clause = (
        previous_clause if previous_clause and previous_clause.sentence == clause.sentence else None
    )
    helper = _helper_of_clause(article, previous_clause) if previous_clause else ""
    if helper and clause.party not in ("", helper):
        return [helper, clause.party], Band.GUESS
    if offices := _offices_of_two_places(article, clause):
        return offices, Band.GUESS
    organisations = article.organisations_in(clause.stretch)
    if not word_pattern("tie_verbs").search(article.text(clause.stretch)):
        return _parties_without_verb(article, clause, organisations), Band.GUESS
    cells = list(
        dict.fromkeys(article.parties.cell(organisation) for organisation in organisations)
    )
    acts = len(cells) == 1 and article.clean.text[organisations[0].start - 1] in AGENT
    if acts and previous_clause and previous_clause.party not in ("", *cells):
        return [*cells, previous_clause.party], Band.GUESS
    # 甲县医院与乙县医院 are two parties: the subject is the first of them
    subject = [] if len(cells) > 1 and organisations[0].speaks_for_place else [clause.party]
    if _are_of_one_place(article, clause, organisations):
        return [], Band.GUESS
    partners = [] if cells else _partners(article, clause) or list(clause.companions)
    parties = list(dict.fromkeys(filter(None, [*subject, *cells, *partners])))
    return parties, Band.GUESS if partners else None


def _parties_without_verb(
    article: Article, clause: Clause, organisations: Sequence[RecognisedOrganisation]
) -> list[str]:
    """The subject and another organisation of a clause without a verb of cooperation.

    Neither may be an office or a newspaper, stand in a row with another, or lead a group.
    """
    text, stretch = article.clean.text, clause.stretch
    is_other_tie = _other_tie_pattern().search(text, stretch.start, stretch.end)
    row_members = [
        o
        for o in organisations
        if text[o.end : o.end + 1] in ROW_JOINERS or text[o.start - 1] in ROW_JOINERS
    ]
    if is_other_tie or row_members or not organisations:
        return []
    possible_partners = {
        article.parties.cell(o)
        for o in article.parties.organisations
        if o.type not in OUTSIDERS and not o.speaks_for_place
    }
    cells = [clause.party, *(article.parties.cell(organisation) for organisation in organisations)]
    parties = [cell for cell in dict.fromkeys(cells) if cell in possible_partners]
    if (
        len(parties) == 1
        and clause.party != parties[0]
        and _helps(article, clause, organisations[0])
    ):
        return [clause.party, parties[0]] if clause.party else []
    return (
        parties if len(parties) > 1 else [*parties, *_served_places(article, clause, organisations)]
    )


def _are_of_one_place(
    article: Article, clause: Clause, organisations: Sequence[RecognisedOrganisation]
) -> bool:
    """Whether offices of one place act together, or a place with one of its organisations."""
    places = {article.parties.place_of(o) for o in organisations}
    if len(organisations) == 1:
        return clause.party in places
    return (
        len(places) == 1 and bool(organisations) and all(o.speaks_for_place for o in organisations)
    )


def _served_places(
    article: Article, clause: Clause, organisations: Sequence[RecognisedOrganisation]
) -> list[str]:
    """The place in or for which an organisation of another place acts: 在甲县, 为乙县."""
    text, own_place = article.clean.text, article.parties.place_of(organisations[0])
    for place in places_between(article, organisations[0].end, clause.stretch.end):
        if text[place.start - 1] in PLACE_PREPOSITIONS and place.code not in (own_place, None):
            return [place.code or ""]
    return []


def _partners(article: Article, clause: Clause) -> list[str]:
    """The cells of the places after 与 or the like, or a verb of help: 同甲市合办, 帮扶甲县."""
    text, start, end = article.clean.text, clause.stretch.start, clause.stretch.end
    places = [
        place
        for place in places_between(article, start, end)
        if _partner_opening_pattern().search(text, start, place.start) and place.start > start
    ]
    return [cell for place in places if (cell := cell_of(article, place))]


def _offices_of_two_places(article: Article, clause: Clause) -> list[str]:
    """The cells of the offices that two places named before have: 两县医保局."""
    match = _offices_pattern().search(article.clean.text, clause.stretch.start, clause.stretch.end)
    codes = article.parties.counted_places_at(match.start()) if match else ()
    names = [article.gazetteer.names.get(code, "") for code in codes]
    return [
        article.thing_cell("organisation", f"{n}{match['office']}") for n in names if match and n
    ]


def _helper_of_clause(article: Article, clause: Clause) -> str:
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
    places = [p for p in article.places if start <= p.start < end and p.reason not in NO_SUBJECT]
    return cell_of(article, places[0]) or "" if places else ""


def _draft(
    article: Article, clause: Clause, party: str, partner: str, band: Band | None, drafted_by: str
) -> Draft:
    """A draft of two parties, with the mechanism if the clause names one."""
    mechanisms = article.lexicon.mentions(article.text(clause.stretch))
    cells = {
        "one": party,
        "other": partner,
        "mechanism": mechanisms[0].codes[0] if mechanisms else "",
        "stance": stance(article, clause),
    }
    return article.draft(KIND, clause, cells, drafted_by, band=band)


def _helps(article: Article, clause: Clause, organisation: RecognisedOrganisation) -> bool:
    """Whether a place relies on an organisation of another place: 依托甲省医院, 引进甲省医院."""
    is_outsider = article.parties.place_of(organisation) not in (None, clause.subject)
    start, end = clause.stretch.start, organisation.start
    return is_outsider and bool(_reliance_pattern().search(article.clean.text, start, end))


@cache
def _reliance_pattern() -> re.Pattern[str]:
    return re.compile(f"(?:{word_alternatives('outside_help_words')})(?:了|来)?$")


@cache
def _other_tie_pattern() -> re.Pattern[str]:
    """Words of a clause that tells a membership or a lesson: 牵头, 加入, 学习."""
    words = ("lead_words", "join_verbs", "study_verbs", "visit_verbs")
    return re.compile("|".join(map(word_alternatives, words)))


@cache
def _joint_deed_pattern() -> re.Pattern[str]:
    """Two parties that were named together before do something more: 双方还共建了心电网."""
    verbs = f"{word_alternatives('tie_verbs')}|{word_alternatives('deed_verbs')}"
    return re.compile(rf"(?:{word_alternatives('both_parties')}).*(?:{verbs})")


@cache
def _partner_opening_pattern() -> re.Pattern[str]:
    """The words directly before a partner: 与, 与邻近的, 对口支援, 牵手."""
    neighbours = f"(?:{word_alternatives('neighbour_words')})的?"
    return re.compile(
        rf"(?:[{PARTNER_PREPOSITIONS}]|{word_alternatives('tie_verbs')})(?:{neighbours})?$"
    )


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
