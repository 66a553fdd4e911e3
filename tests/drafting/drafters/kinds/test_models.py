"""Drafts of models of invented places."""

from __future__ import annotations

from tests.drafting.drafters.made_up_article import cells_of


def test_a_quoted_name_with_its_word_is_a_model_of_who_is_spoken_of():
    (cells,) = cells_of("戊己县推行“三只风筝”管理", "has_model")
    assert cells == {"holder": "101010", "model": "new:“三只风筝”管理", "stance": "stated"}


def test_a_quoted_name_needs_a_word_or_a_deed():
    assert cells_of("戊己县的人说起“大风筝”", "has_model") == []


def test_a_reform_may_bear_the_name_of_its_place():
    (cells,) = cells_of("戊己县学习庚辛县风改模式", "has_model")
    assert (cells["holder"], cells["model"]) == ("101020", "new:庚辛风改")


def test_what_is_planned_is_a_plan():
    (cells,) = cells_of("戊己县计划打造“三只风筝”平台", "has_model")
    assert cells["stance"] == "planned"


def test_a_quoted_name_after_a_word_of_naming_is_a_model():
    (cells,) = cells_of("戊己县把它改名叫“三色风筝”", "has_model")
    assert (cells["holder"], cells["model"]) == ("101010", "new:“三色风筝”")


def test_a_quoted_name_behind_a_place_is_its_model():
    (cells,) = cells_of("戊己县听说庚辛县的“夜市风筝”很早", "has_model")
    assert (cells["holder"], cells["model"]) == ("101020", "new:“夜市风筝”")


def test_a_name_that_counts_its_parts_is_a_model():
    assert [c["model"] for c in cells_of("概括起来是“三定一考”", "has_model")] == ["new:“三定一考”"]
