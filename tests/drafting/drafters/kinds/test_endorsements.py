"""Drafts of endorsements in invented texts."""

from __future__ import annotations

import pytest

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


def test_who_gives_an_award_endorses_what_gets_it():
    sentence = "戊己县推行“云上风筝”模式，2022年被甲乙省风筝协会评为优秀案例"
    (cells,) = cells_of(sentence, "endorsement")
    assert (cells["endorser"], cells["how"]) == ("new:甲乙省风筝协会", "awards")
    assert cells["endorsed"] == "new:云上风筝"
    assert cells_of(sentence.replace("被甲乙省风筝协会", ""), "endorsement") == []


def test_the_giver_of_an_award_may_begin_its_name():
    (cells,) = cells_of("戊己县入选甲乙省风筝协会优秀案例", "endorsement")
    assert (cells["endorser"], cells["endorsed"]) == ("new:甲乙省风筝协会", "101010")


def test_who_calls_on_others_to_learn_a_practice_promotes_it():
    (cells,) = cells_of("甲乙省风筝协会要求各地学习戊己县的做法", "endorsement")
    assert (cells["endorser"], cells["how"]) == ("new:甲乙省风筝协会", "promotes")
    assert cells_of("戊己县学习风筝的做法", "endorsement") == []


def test_a_quoted_name_may_be_promoted_and_spread_by_print():
    told = "戊己县推行“云上风筝”模式。甲乙省风筝协会"
    for deed in ("把“云上风筝”推广到各县", "《风筝简报》刊发了“云上风筝”"):
        (cells,) = cells_of(told + deed, "endorsement")
        assert (cells["endorser"], cells["endorsed"]) == ("new:甲乙省风筝协会", "new:云上风筝")
        assert cells["how"] == "promotes"


def test_some_words_praise_only_if_someone_is_named_who_does():
    assert cells_of("戊己县刊发了一篇风筝故事", "endorsement") == []
    assert cells_of("值得一提的是，戊己县放飞了风筝", "endorsement") == []


def test_an_organisation_above_that_speaks_of_a_practice_makes_it_known():
    sentence = "戊己县放风筝，戊己县种树。甲乙省医保局将戊己县的做法编入文集"
    (cells,) = cells_of(sentence, "endorsement")
    assert (cells["endorser"], cells["how"]) == ("new:甲乙省医保局", "promotes")
    assert cells_of(sentence.replace("甲乙省医保局", "庚辛县医保局"), "endorsement") == []


def test_what_is_praised_may_stand_in_the_next_clause():
    (cells,) = cells_of("子丑省日报评论说，戊己县放得高", "endorsement")
    assert (cells["endorser"], cells["endorsed"]) == ("new:子丑省日报", "101010")


def test_a_practice_told_of_before_may_be_made_known_in_the_passive():
    sentence = "戊己县放风筝，这一做法很新，被写进甲乙省医保局的要点"
    (cells,) = cells_of(sentence, "endorsement")
    assert (cells["endorser"], cells["endorsed"]) == ("new:甲乙省医保局", "101010")


def test_an_organisation_told_of_before_may_speak_of_the_places_practice():
    sentence = "戊己县放风筝。国家医保局到戊己县看风筝，觉得其路子很新"
    (cells,) = cells_of(sentence, "endorsement")
    assert (cells["endorser"], cells["endorsed"]) == ("new:国家医保局", "101010")


def test_a_practice_sent_out_for_others_is_promoted():
    (cells,) = cells_of("戊己县放风筝有办法，供各地借鉴", "endorsement")
    assert (cells["endorsed"], cells["how"]) == ("101010", "promotes")


def test_the_place_beside_the_organisation_that_praises_is_praised():
    (cells,) = cells_of("戊己县获得甲乙省风筝协会通报表扬", "endorsement")
    assert (cells["endorser"], cells["endorsed"]) == ("new:甲乙省风筝协会", "101010")


def test_praise_in_a_quotation_is_that_of_who_says_it():
    sentence = "“戊己县的风筝放得高，值得称赞。”甲乙省风筝协会一位会长说。"
    (cells,) = cells_of(sentence, "endorsement")
    assert (cells["endorser"], cells["how"]) == ("new:甲乙省风筝协会", "praises")


def test_a_quotation_that_words_behind_it_call_praise_is_the_passage():
    sentence = "“戊己县的风筝，让大家都抬起了头。”甲乙省风筝协会一位会长评价说。"
    article = made_up_article(sentence)
    (draft,) = (d for d in draft_text(article) if d.kind == "endorsement")
    assert (draft.cell("endorser"), draft.cell("endorsed")) == ("new:甲乙省风筝协会", "101010")
    assert article.clean.raw[draft.spans[0].start : draft.spans[0].end].endswith("抬起了头。”")


def test_who_only_reports_deeds_promotes_nothing():
    assert cells_of("戊己县中医院介绍，已推行风筝传信制度", "endorsement") == []
    (cells,) = cells_of("戊己县中医院介绍，风筝传信制度很重要", "endorsement")
    assert cells["endorser"] == "new:戊己县中医院"


def endorsements(sentence: str) -> set[tuple[str, str, str]]:
    rows = cells_of(sentence, "endorsement")
    return {(c["endorser"], c["endorsed"], c["how"]) for c in rows}


@pytest.mark.parametrize(
    "call",
    [
        "号召各县向庚辛县看齐",
        "要求各县照着庚辛县的样子放风筝",
        "要求全市对标庚辛县",
    ],
)
def test_who_calls_on_others_to_follow_a_place_promotes_it(call):
    assert ("1010", "101020", "promotes") in endorsements(f"丙丁市{call}")


def test_what_is_sent_to_all_and_a_row_of_places_are_promoted_each():
    both = {("1010", "101010", "promotes"), ("1010", "101020", "promotes")}
    sent = "丙丁市把戊己县的风筝、庚辛县的竹子列为案例，印发各地参考"
    assert both <= endorsements(sent)
    assert both <= endorsements("丙丁市决定推广戊己县、庚辛县的经验")


def test_a_name_that_others_give_calls_it_a_model_but_not_that_of_people_or_its_own():
    named = "庚辛县放风筝。庚辛县种树。子丑省卫生厅把这里的做法誉为“风筝路子”"
    assert ("new:子丑省卫生厅", "new:“风筝路子”", "calls_model") in endorsements(named)
    for other in ("被当地人称作“风筝路子”", "庚辛县把做法概括为“风筝路子”"):
        rows = endorsements(f"庚辛县放风筝。庚辛县种树。{other}")
        assert not [row for row in rows if row[2] == "calls_model"]


def test_a_practice_in_the_documents_of_the_province_is_promoted_by_it():
    text = "戊己县放风筝。戊己县种树。这一做法已被写入全省实施细则"
    assert ("10", "101010", "promotes") in endorsements(text)
