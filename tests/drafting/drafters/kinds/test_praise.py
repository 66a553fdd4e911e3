"""Drafts of endorsements in invented texts."""

from __future__ import annotations

from drafting.drafters.draft_text import draft_text
from tests.drafting.drafters.made_up_article import cells_of, made_up_article


def test_praise_is_the_sources_own():
    (cells,) = cells_of("戊己县是放风筝的典型范例", "endorsement")
    assert (cells["endorser"], cells["endorsed"]) == ("made-up", "101010")
    assert cells["how"] == "calls_model"


def test_what_a_speaker_says_of_a_mechanism_promotes_it():
    (cells,) = cells_of("戊己县中医院提出，加快风筝传信制度", "endorsement")
    assert cells["endorser"] == "new:戊己县中医院"
    assert (cells["endorsed"], cells["how"]) == ("kites", "promotes")


def test_an_organisation_that_praises_is_the_endorser():
    (cells,) = cells_of("国务院曾多次夸奖戊己县的做法", "endorsement")
    assert (cells["endorser"], cells["how"]) == ("new:国务院", "praises")
    assert cells["endorsed"] == "new:戊己模式"


def test_who_praises_may_be_named_earlier_in_the_sentence_and_a_place_may_be_praised():
    sentence = "甲乙省风筝协会开了会，点名表扬戊己县"
    (draft,) = (d for d in draft_text(made_up_article(sentence)) if d.kind == "endorsement")
    assert (draft.cell("endorser"), draft.cell("endorsed")) == ("new:甲乙省风筝协会", "101010")
    assert dict(draft.candidates)["endorser"][-1] == "made-up"


def test_who_promotes_a_practice_endorses_it():
    (cells,) = cells_of("甲乙省风筝协会决定推广戊己县的做法", "endorsement")
    assert (cells["endorser"], cells["how"]) == ("new:甲乙省风筝协会", "promotes")
    assert cells["endorsed"] == "new:戊己模式"
