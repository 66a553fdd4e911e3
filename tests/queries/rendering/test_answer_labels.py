"""An answer in the reader's words."""

from __future__ import annotations

import pytest

from graph.model.facts import Facts
from graph.stores.store import Answer, Cell
from queries.ask import ask
from queries.catalogue import Question, question, questions
from queries.rendering.answer_labels import label_answer

LANGUAGES = pytest.mark.parametrize("language", ["zh", "en"])


def labelled_answer(facts: Facts, store, key: str, language: str, **given: str) -> Answer:
    one = question(key)
    return label_answer(facts, ask(one, given or one.example(), store, "sparql"), one, language)


def test_things_and_choices_are_called_by_name(small_facts, small_sparql):
    answer = labelled_answer(small_facts, small_sparql, "who_learned_from", "zh", place="11")
    assert answer.columns == ("学习者", "经由", "方式", "时间", "立场", "陈述")
    firsts = [row[:5] for row in answer.rows]
    assert ("乙城市", None, "学习借鉴", "2001年", "明言") in firsts


def test_edge_types_and_what_only_a_question_says_are_words_too(small_facts, small_sparql):
    answer = labelled_answer(small_facts, small_sparql, "links_of", "en", thing="22")
    assert {"from it", "to it"} == {row[1] for row in answer.rows}
    assert "learned from" in {row[0] for row in answer.rows}
    unsaid = labelled_answer(
        small_facts, small_sparql, "never_said", "zh", mechanism="night-opening"
    )
    assert "从未说到" in {row[2] for row in unsaid.rows}


def test_lists_of_things_are_names_and_ids_stay_ids(small_facts, small_sparql):
    answer = labelled_answer(small_facts, small_sparql, "widely_taken_up", "en", at_least=2)
    adopters, statements = answer.rows[0][2:]
    assert adopters == "Alder, Cedar, Dogwood" and isinstance(statements, list)
    assert all(id in small_facts.statements for id in statements)


def test_a_date_or_a_local_name_is_never_taken_for_a_code(small_facts):
    one = question("who_took_up")
    names = ("11", "甲城市", "Alder", "lending", "外借", "Lending", "12", "21", "stated")
    found = Answer(tuple(column.key for column in one.columns), ((*names, []),))
    answer = label_answer(small_facts, found, one, "en")
    assert answer.rows[0][2:4] == ("12", "21")


@LANGUAGES
@pytest.mark.parametrize("one", questions().values(), ids=questions().keys())
def test_no_two_headings_are_the_same(one: Question, language, small_facts):
    columns = tuple(column.key for column in one.columns)
    for codes in (False, True):
        shown = label_answer(small_facts, Answer(columns, ()), one, language, codes=codes).columns
        assert len(set(shown)) == len(shown)


def test_codes_stand_beside_the_names_where_they_are_wanted(small_facts):
    one = question("coverage_by_source")
    row = ("hill-notes", "西丘笔记", "Hill notes", "Within", 2, ["within-0"])
    keys = tuple(column.key for column in one.columns)
    answer = label_answer(small_facts, Answer(keys, (row,)), one, "en", codes=True)
    assert answer.columns[:2] == ("source", "source (code)")
    assert answer.rows[0][:2] == ("Hill notes", "hill-notes")


def test_dates_are_words_for_people_and_edtf_beside_them_for_programs(small_facts):
    one = question("who_took_up")
    keys = tuple(column.key for column in one.columns)
    cells: dict[str, Cell] = {
        "adopter": "11",
        "since": "1999/..",
        "stance": "stated",
        "statements": [],
    }
    answer = Answer(keys, (tuple(cells.get(key) for key in keys),))
    assert "since 1999" in label_answer(small_facts, answer, one, "en").rows[0]
    assert "自1999年起" in label_answer(small_facts, answer, one, "zh").rows[0]
    exact = label_answer(small_facts, answer, one, "en", codes=True)
    row = dict(zip(exact.columns, exact.rows[0], strict=True))
    assert (row["since"], row["since (EDTF)"]) == ("since 1999", "1999/..")


def test_a_column_in_which_nothing_stands_is_left_out_for_people_only(small_facts):
    one = question("who_took_up")
    keys = tuple(column.key for column in one.columns)
    cells: dict[str, Cell] = {"adopter": "11", "stance": "stated"}
    answer = Answer(keys, (tuple(cells.get(key) for key in keys),))
    assert label_answer(small_facts, answer, one, "en").columns == ("adopter", "stance")
    assert "local name" in label_answer(small_facts, answer, one, "en", codes=True).columns
