"""Drafts of ties between parties: models made from others, memberships and cooperation."""

from __future__ import annotations

from collections.abc import Iterator

from drafting.drafters.article import Article
from drafting.drafters.subject import Clause
from drafting.drafts.draft import NEW, Band, Draft
from drafting.recognition.organisations import RecognisedOrganisation
from drafting.words.word_tables import word_pattern

DERIVED, MEMBER, COOPERATION = "derived_from", "member_of", "cooperation"


def draft_derivations(article: Article, drafted_by: str) -> Iterator[Draft]:
    """A draft for each clause that states a quoted model made on the basis of another."""
    for clause in article.clauses:
        text, sentence = article.clean.text, clause.sentence
        basis = word_pattern("origin_words").search(text, clause.stretch.start, clause.stretch.end)
        inside = [n for n in article.quoted_names if sentence.start <= n.start < sentence.end]
        before = [n for n in inside if basis and n.end <= basis.start()]
        behind = [n for n in inside if basis and n.start >= basis.end()]
        if before and behind:
            written = [text[n.start : n.end] for n in (behind[0], before[-1])]
            model, origin = (article.thing_cell("reform_model", name) for name in written)
            cells = {"model": model, "origin": origin, "stance": "stated"}
            yield article.draft(DERIVED, clause, cells, drafted_by, stretch=sentence)


def draft_memberships(article: Article, drafted_by: str) -> Iterator[Draft]:
    """A draft for each organisation that leads, and for each group that a party joins.

    The led group is the subject before.
    """
    text, before = article.clean.text, ""
    for clause in article.clauses:
        start, end = clause.stretch.start, clause.stretch.end
        lead = word_pattern("lead_words").search(text, start, end)
        leader = [o for o in _organisations(article, clause) if lead and o.end == lead.start()]
        member = article.parties.cell(leader[0]) if leader else ""
        if member and before != member:
            yield _member(article, clause, member, before, "lead", drafted_by)
        if join := word_pattern("join_verbs").search(text, start, end):
            group = text[join.end() : end].strip("了 ，,。；;”")
            yield _member(article, clause, clause.party, f"{NEW}{group}", "member", drafted_by)
        before = clause.party


def draft_cooperation(article: Article, drafted_by: str) -> Iterator[Draft]:
    """A draft for each clause with a verb of cooperation and two parties."""
    for clause in article.clauses:
        if word_pattern("tie_verbs").search(article.text(clause.stretch)):
            inside = _organisations(article, clause)
            cells = [article.parties.cell(organisation) for organisation in inside]
            # 甲县医院与乙县医院 are two parties: the subject is the first of them
            subject = [] if len(set(cells)) > 1 and inside[0].speaks_for_place else [clause.party]
            parties = list(dict.fromkeys(filter(None, [*subject, *cells])))
            if cells and len(parties) > 1:
                row = {"one": parties[0], "other": parties[1], "stance": "stated"}
                yield article.draft(COOPERATION, clause, row, drafted_by)


def _member(
    article: Article, clause: Clause, member: str, group: str, role: str, drafted_by: str
) -> Draft:
    cells = {"member": member, "group": group, "role": role, "stance": "stated"}
    return article.draft(MEMBER, clause, cells, drafted_by, band=Band.GUESS)


def _organisations(article: Article, clause: Clause) -> list[RecognisedOrganisation]:
    start, end = clause.stretch.start, clause.stretch.end
    return [o for o in article.parties.organisations if start <= o.start < end]
