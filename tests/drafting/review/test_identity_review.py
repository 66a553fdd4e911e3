"""Is this place ours? Judgements can be taken back, and what rested on them is told."""

from __future__ import annotations

import pytest

from drafting.decisions.identity import Judgement
from drafting.decisions.review_error import ActionRefused
from drafting.review.draft_folder import DraftFolder
from drafting.review.identity_review import IdentityReview
from drafting.settlement.settlement import settle
from loaders.facts.facts_folder import read_facts
from tests.drafting.made_up_review import ALDER, SOURCE, Clock, source_draft


@pytest.fixture
def identities(review_folder):
    """Opens the identities for a curator."""
    facts, clock = read_facts(review_folder), Clock()
    return lambda curator: IdentityReview(DraftFolder(review_folder), facts, curator, clock)


def test_candidates_are_those_of_the_search_and_what_lies_there_comes_first(identities):
    codes = [
        match.code
        for match in identities("Ada").candidates("乙城", SOURCE, containing_places=["10"])
    ]
    assert codes[0] == "12" and len(codes) > 1
    first = identities("Ada").candidates("乙城", SOURCE, containing_places=["10"])[0]
    assert first.containers[:2] == ("10", "NW") and first.judgement is None


def test_a_later_line_wins(identities):
    identities("Ada").judge("乙城", SOURCE, "12", Judgement.SAME)
    identities("Bela").judge("乙城", SOURCE, "12", Judgement.UNSURE)
    match = identities("Ada").candidates("乙城", SOURCE)[0]
    assert (match.code, match.judgement) == ("12", Judgement.UNSURE)


def test_only_named_people_judge_and_only_of_things_that_there_are(identities):
    with pytest.raises(ActionRefused):
        identities(" ")
    with pytest.raises(ActionRefused, match="nowhere"):
        identities("Ada").judge("乙城", SOURCE, "nowhere", Judgement.SAME)
    with pytest.raises(ActionRefused):
        identities("Ada").take_back("乙城", SOURCE, "12", ())


def test_taking_back_lists_what_rested_on_it_and_settling_is_refused(
    identities, review, review_folder, review_copies
):
    identities("Ada").judge("甲城市", SOURCE, "11", Judgement.SAME)
    session = review("Ada")
    session.accept(source_draft().id)
    accepted = session.accept(ALDER.id)
    later = IdentityReview(
        DraftFolder(review_folder), session.queue.facts, "Bela", lambda: session._clock()
    )
    assert later.take_back("甲城市", SOURCE, "11", [accepted]) == (accepted,)
    with pytest.raises(ActionRefused, match=ALDER.id):
        settle(review_folder, review_copies, SOURCE)
    session.undo()
    session.accept(ALDER.id)
    assert settle(review_folder, review_copies, SOURCE).added_rows == {"adoption": 1, "source": 1}


def test_a_row_that_merges_what_is_different_is_in_doubt(identities, review):
    session = review("Ada")
    assert all(doubt.code != "IDENTITY" for doubt in session.card(ALDER.id).findings)
    identities("Bela").judge("甲城市", SOURCE, "11", Judgement.DIFFERENT)
    session.refresh()
    (doubt,) = (d for d in session.card(ALDER.id).findings if d.code == "IDENTITY")
    assert doubt.field == "adopter" and not doubt.blocks
    assert "甲城市" in doubt.text("zh") and "Bela" in doubt.text("en")
    others = [card for card in session.cards if card.draft.id != ALDER.id]
    assert all(d.code != "IDENTITY" for card in others for d in card.findings)
    identities("Bela").judge("甲城市", SOURCE, "11", Judgement.TAKEN_BACK)
    session.refresh()
    assert all(doubt.code != "IDENTITY" for doubt in session.card(ALDER.id).findings)


def test_an_accepted_row_waits_again_when_its_thing_is_judged_to_be_another(
    identities, review, review_folder, review_copies
):
    session = review("Ada")
    session.accept(source_draft().id)
    session.accept(ALDER.id)
    later = IdentityReview(
        DraftFolder(review_folder), session.queue.facts, "Bela", lambda: session._clock()
    )
    later.judge("甲城市", SOURCE, "11", Judgement.DIFFERENT)
    session.refresh()
    card = session.card(ALDER.id)
    assert card.state == "reopened" and card in session.waiting_cards
    with pytest.raises(ActionRefused, match=ALDER.id):
        settle(review_folder, review_copies, SOURCE)
    session.accept(ALDER.id, confirmed=True)
    assert settle(review_folder, review_copies, SOURCE).added_rows == {"adoption": 1, "source": 1}
