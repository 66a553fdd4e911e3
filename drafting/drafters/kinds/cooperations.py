"""Drafts of cooperation: two parties and a verb such as 共建, 帮扶 or 托管."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from drafting.drafters.article import Article
from drafting.drafters.learning.taught_lesson import parties_near
from drafting.drafters.named_groups import group_made_of, groups_in
from drafting.drafters.partners import (
    helper_of_clause,
    offices_of_two_places,
    pairs_around_prepositions,
    partners_of_subject,
    relies_on,
    served_places,
)
from drafting.drafters.stance import stance
from drafting.drafts.draft import Band, Draft
from drafting.recognition.organisations import RecognisedOrganisation
from drafting.subjects.subject import Clause
from drafting.text.sentences import Stretch
from drafting.words.word_tables import word_alternatives, word_pattern

KIND = "cooperation"
# What stands before who acts for the subject of the clause before.
AGENT = "由经"
Pair = tuple[str, str]
PAIR = 2
# What joins the organisations of a row, and the types of those that only govern or report.
ROW_JOINERS, OUTSIDERS = "、和及即", {"media", "party_or_political", "government", ""}


def draft_cooperation(article: Article, drafted_by: str) -> Iterator[Draft]:
    """A draft for each clause with two parties that work together.

    With a verb such as 共建 they are organisations, or places behind 与 or the like, and the
    subject. Without one they are a guess: who helps (在甲医院支持下) and the subject of the next
    clause, the offices of two places (两县医保局), or two hospitals or the like in one clause.
    Who is merged into a group, or founds one, is its member.
    """
    previous_clause: Clause | None = None
    previous_pair: list[Pair] = []
    for clause in article.clauses:
        if previous_clause and _is_in_other_line(article, previous_clause, clause):
            previous_pair = []
        pairs, band = _pairs(article, clause, previous_clause)
        if not pairs:
            pairs, band = _pair_before(article, clause, previous_clause, previous_pair), Band.GUESS
        previous_pair = pairs if len(pairs) == 1 else previous_pair
        for party, partner in pairs:
            yield _draft(article, clause, party, partner, band, drafted_by)
        previous_clause = clause


def _is_in_other_line(article: Article, clause: Clause, next_clause: Clause) -> bool:
    return "\n" in article.clean.text[clause.stretch.end : next_clause.stretch.start]


def _pair_before(
    article: Article, clause: Clause, previous_clause: Clause | None, previous_pair: list[Pair]
) -> list[Pair]:
    """The pair of which a clause tells more: 双方共建了心电网, or 共建心电网 alone.

    双方 are the two parties that its sentence names before, else the last pair of its paragraph.
    """
    text = article.text(clause.stretch)
    if _joint_deed_pattern().match(text):
        parties = parties_near(article, Stretch(clause.sentence.start, clause.stretch.start))
        return [(parties[1], parties[0])] if len(parties) == PAIR else previous_pair
    goes_on = previous_clause and previous_clause.sentence == clause.sentence
    return previous_pair if goes_on and _further_deed_pattern().match(text) else []


def _pairs(
    article: Article, clause: Clause, previous_clause: Clause | None
) -> tuple[list[Pair], Band | None]:
    """The parties of a clause that work together, and the band of their drafts."""
    text, organisations = article.text(clause.stretch), article.organisations_in(clause.stretch)
    founds_group = word_pattern("founding_verbs").search(text) and groups_in(
        article, clause.stretch
    )
    is_open = word_pattern("undecided_words").search(text)
    if founds_group or is_open or group_made_of(article, clause):
        return [], None
    has_tie = bool(word_pattern("tie_verbs").search(text))
    joined_pairs = list(pairs_around_prepositions(article, clause)) if has_tie else []
    if joined_pairs and not _are_of_one_place(article, clause, organisations):
        return joined_pairs, None
    if word_pattern("lead_words").search(text) or word_pattern("join_verbs").search(text):
        return [], None
    parties, band = _parties(article, clause, previous_clause, has_tie=has_tie)
    return [(parties[0], partner) for partner in parties[1:]], band


def _parties(
    article: Article, clause: Clause, previous_clause: Clause | None, *, has_tie: bool
) -> tuple[list[str], Band | None]:
    """The cells of the parties of a clause: the first party works with the others."""
    previous_clause = (
        previous_clause if previous_clause and previous_clause.sentence == clause.sentence else None
    )
    helper = helper_of_clause(article, previous_clause) if previous_clause else ""
    if helper and clause.party not in ("", helper):
        return [helper, clause.party], Band.GUESS
    if offices := offices_of_two_places(article, clause):
        return offices, Band.GUESS
    organisations = article.organisations_in(clause.stretch)
    if not has_tie:
        return _parties_without_verb(article, clause, organisations), Band.GUESS
    cells = list(dict.fromkeys(map(article.parties.cell, organisations)))
    acts = len(cells) == 1 and article.clean.text[organisations[0].start - 1] in AGENT
    if acts and previous_clause and previous_clause.party not in ("", *cells):
        return [*cells, previous_clause.party], Band.GUESS
    # 甲县医院与乙县医院 are two parties: the subject is the first of them
    subject = [] if len(cells) > 1 and organisations[0].speaks_for_place else [clause.party]
    if _are_of_one_place(article, clause, organisations):
        return [], Band.GUESS
    partners = [] if cells else partners_of_subject(article, clause) or list(clause.companions)
    parties = list(dict.fromkeys(filter(None, [*subject, *cells, *partners])))
    if len(parties) == 1 and organisations:
        partners = served_places(article, clause, organisations)
        parties += partners
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
        and relies_on(article, clause, organisations[0])
    ):
        return [clause.party, parties[0]] if clause.party else []
    return (
        parties if len(parties) > 1 else [*parties, *served_places(article, clause, organisations)]
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
def _further_deed_pattern() -> re.Pattern[str]:
    return re.compile(r"(?:并|还|同时|共同)*(?:共建|共享|共同|互派|互认|互通|互访|联合|合作|协作)")
