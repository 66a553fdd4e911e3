"""Of whom the clauses of invented articles speak."""

from __future__ import annotations

from dataclasses import replace

from drafting.drafters.draft_text import draft_text
from drafting.recognition.gazetteer import Gazetteer
from tests.drafting.drafters.made_up_article import cells_of, made_up_article

ONE_COUNTRY = Gazetteer({"S": "想象之国", "10": "甲乙省"}, {"10": "S", "S": "X"}, {})


def test_a_country_is_spoken_of_until_its_sentence_ends():
    article = made_up_article(
        "甲乙省推行云朵仓库。全国推行风筝传信制度，建立雨滴银行。开展晴天行动"
    )
    recognised_text = replace(article.recognised_text, gazetteer=ONE_COUNTRY)
    drafts = draft_text(replace(article, recognised_text=recognised_text))
    adopters = [d.cell("adopter") for d in drafts if d.kind == "adoption"]
    country = next(p.code for p in recognised_text.places if p.words == "全国")
    assert adopters[:4] == ["10", country, country, "10"]


def test_a_country_that_tells_how_far_something_reaches_is_not_spoken_of():
    article = made_up_article("甲乙省建立雨滴银行，在全国首创风筝传信制度，全国率先开展云朵行动")
    recognised_text = replace(article.recognised_text, gazetteer=ONE_COUNTRY)
    drafts = draft_text(replace(article, recognised_text=recognised_text))
    assert {d.cell("adopter") for d in drafts if d.kind == "adoption"} == {"10"}


def test_a_government_named_by_its_level_is_that_of_the_last_such_place():
    article = made_up_article("丙丁市很远，市中医院放风筝。戊己县很近，市卫生局放风筝")
    cells = [article.parties.cell(o) for o in article.parties.organisations]
    assert cells == ["new:丙丁市中医院", "new:丙丁市卫生局"]
    named = replace(article.named_things, codes={"organisation": {"市卫生局": "of-another-city"}})
    elsewhere = replace(article, named_things=named)
    assert "of-another-city" not in map(elsewhere.parties.cell, elsewhere.parties.organisations)


def test_places_side_by_side_are_subjects_together():
    """And 两省 stands for the last two provinces named before."""
    cells = cells_of("甲乙省、子丑省推行风筝传信制度。两省建立雨滴银行", "adoption")
    kites = [row["adopter"] for row in cells if row["mechanism"] == "kites"]
    banks = [row["adopter"] for row in cells if "雨滴银行" in row["mechanism"]]
    assert (kites, banks) == (["10", "20"], ["10", "20"])


def test_figures_told_respectively_are_each_of_its_place():
    cells = cells_of("甲乙省、子丑省灯塔占比分别为31%和28%", "measurement")
    assert [(row["subject"], row["value"]) for row in cells] == [("10", "31"), ("20", "28")]


def test_all_of_a_province_is_the_province_that_the_county_lies_in():
    cells = cells_of("戊己县推行风筝传信制度。全省建立雨滴银行", "adoption")
    assert [row["adopter"] for row in cells[:2]] == ["101010", "10"]


def test_a_neighbour_is_spoken_of_and_so_is_the_place_of_a_level():
    assert cells_of("邻近的戊己县推行云朵仓库", "adoption")[0]["adopter"] == "101010"
    sentence = "戊己县放风筝。该县推行云朵仓库"
    assert cells_of(sentence, "adoption")[0]["adopter"] == "101010"


def adopters_in(text: str) -> list[str]:
    """The adopters of an article about 戊己县, in their order."""
    article = made_up_article(f"戊己县放风筝。戊己县种树。\n{text}")
    return [d.cell("adopter") for d in draft_text(article) if d.kind == "adoption"]


def test_who_speaks_in_a_transcript_is_the_subject_of_what_is_said():
    assert adopters_in("庚辛县副县长：我县推行风筝传信制度。") == ["101020"]
    assert adopters_in("庚辛县副县长：很好。\n主持人：我县推行风筝传信制度。") == ["101010"]
    assert adopters_in("风筝：我县推行风筝传信制度。") == ["101010"]


def test_words_for_where_a_place_lies_do_not_hide_it():
    assert adopters_in("同在河谷边的庚辛县推行风筝传信制度。") == ["101020"]
    assert adopters_in("同在河谷边的人们推行风筝传信制度。") == ["101010"]


def test_we_in_a_quotation_are_those_who_say_it():
    assert adopters_in("庚辛县坦言：“我们推行风筝传信制度。”") == ["101020"]
    assert adopters_in("庚辛县很远。我们推行风筝传信制度。") == ["101010"]


def test_the_last_word_of_an_organisation_stands_for_it():
    cells = cells_of("戊己县风筝集团很大。戊己县很小，集团推行云朵仓库", "adoption")
    assert [c["adopter"] for c in cells] == ["new:戊己县风筝集团"]


def test_a_new_paragraph_speaks_of_its_heading_or_of_the_articles_place_again():
    article = made_up_article("戊己县放风筝。戊己县种树。庚辛县也放风筝。\n推行风筝传信制度")
    adopters = [d.cell("adopter") for d in draft_text(article) if d.kind == "adoption"]
    assert adopters[-1:] == ["101010"]
    headed = made_up_article("戊己县放风筝。戊己县种树。\n庚辛县\n推行风筝传信制度")
    adopters = [d.cell("adopter") for d in draft_text(headed) if d.kind == "adoption"]
    assert adopters[-1:] == ["101020"]


def test_an_office_of_a_level_that_no_place_has_is_that_above_the_articles_place():
    (cells,) = cells_of("戊己县放风筝，省医保局表扬戊己县", "endorsement")
    assert cells["endorser"] == "new:甲乙省医保局"


def test_a_group_called_shortly_is_the_one_named_most_not_another_places():
    text = (
        "戊己县风筝集团很大。戊己县风筝集团很老。庚辛县灯塔集团很小。"
        "\n集团推行云朵仓库。\n庚辛县灯塔集团很新，该集团推行雨滴银行"
    )
    adopters = {c["mechanism"]: c["adopter"] for c in cells_of(text, "adoption")}
    assert adopters["new:云朵仓库"] == "new:戊己县风筝集团"
    assert adopters["new:雨滴银行"] == "new:庚辛县灯塔集团"


def adopters(sentence):
    return [row["adopter"] for row in cells_of(sentence, "adoption")]


def test_an_organisation_is_spoken_of_to_the_end_of_its_sentence():
    assert adopters("戊己县中医院推行云朵仓库，建立雨滴银行。开展晴天行动")[:3] == [
        "new:戊己县中医院",
        "new:戊己县中医院",
        "101010",
    ]


def test_who_acts_for_the_subject_is_not_carried_on():
    rows = cells_of("戊己县推行云朵仓库，由戊己县中医院建立雨滴银行，开展晴天行动", "adoption")
    assert [row["adopter"] for row in rows[:3]] == ["101010", "new:戊己县中医院", "101010"]


def test_what_a_place_has_is_told_of_the_place():
    rows = cells_of("戊己县中医院放风筝30次，县域内风筝达12次，村医放风筝8次", "measurement")
    assert [row["subject"] for row in rows] == ["new:戊己县中医院", "101010", "101010"]


def test_a_text_whose_clauses_one_organisation_begins_is_about_it():
    of_kites = "。".join(f"戊己县中医院放风筝{number}次" for number in range(21, 27))
    rows = cells_of(f"{of_kites}。风筝共放了90次", "measurement")
    assert rows[-1]["subject"] == "new:戊己县中医院"
    rows = cells_of(f"{of_kites}。戊己县下雨。戊己县天晴。戊己县多云。风筝共90次", "measurement")
    assert rows[-1]["subject"] == "101010"


def test_a_group_of_another_place_is_not_meant_by_its_short_name():
    sentence = "戊己县放风筝。戊己县下雨。庚辛县医疗集团成立。\n戊己县很远，集团放风筝30次"
    assert cells_of(sentence, "measurement")[-1]["subject"] == "101010"


def test_an_organisation_has_one_cell_however_it_is_written():
    sentence = "丙丁市第一人民医院放风筝3次。丙丁市很远。丙丁市一院放风筝4次"
    subjects = {row["subject"] for row in cells_of(sentence, "measurement")}
    assert subjects == {"new:丙丁市第一人民医院"}


def test_a_place_behind_the_one_that_it_lies_in_is_the_subject():
    assert adopters("丙丁市下辖的戊己县推行云朵仓库")[0] == "101010"
    assert adopters("丙丁市所属的庚辛县推行云朵仓库")[0] == "101020"


def test_an_organisation_that_ends_a_heading_is_spoken_of_in_its_section():
    sentence = "戊己县有风筝\n第一站：戊己县中医院\n放风筝30次。\n第二站：看风筝\n放风筝40次"
    subjects = [row["subject"] for row in cells_of(sentence, "measurement")]
    assert subjects == ["new:戊己县中医院", "101010"]


def test_that_county_is_the_last_county_where_a_city_is_spoken_of():
    sentence = "丙丁市把庚辛县定为试点，该县推行云朵仓库。该市推行雨滴银行"
    adopters = {row["mechanism"]: row["adopter"] for row in cells_of(sentence, "adoption")}
    assert (adopters["new:云朵仓库"], adopters["new:雨滴银行"]) == ("101020", "1010")
