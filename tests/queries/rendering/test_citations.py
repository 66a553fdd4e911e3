"""Citations: every statement of an answer is a footnote that says where it stands, and no more."""

from __future__ import annotations

import re

import pytest

from graph.model.facts import Facts
from graph.stores.store import Answer
from ontology.schema.kinds import LearnedFrom
from queries.ask import ask
from queries.catalogue import question, questions
from queries.rendering.answer_labels import label_answer
from queries.rendering.citations import (
    citation,
    citation_markdown,
    cited_markdown,
    cited_rows,
    ids_in_answer,
)

NOTE = re.compile(r"^\[\^(\d+)\]: (.*)$", re.MULTILINE)


@pytest.fixture(scope="module")
def lesson(small_facts: Facts) -> str:
    return next(
        id
        for id, one in small_facts.statements.items()
        if isinstance(one, LearnedFrom) and one.start == 80
    )


def test_a_citation_says_source_publisher_date_spot_stance_and_id(small_facts, lesson):
    assert citation(small_facts, lesson, "en") == (
        "“Notes on Nowhere's reading reforms”, Northern Press, 5 March 2006, characters 80–110, "
        f"dated “2001年” in the text, stated, statement {lesson}"
    )
    assert citation(small_facts, lesson, "zh") == (
        "《无有国读书改革记》，北方日报社，2006年3月5日，第 80–110 字，原文日期“2001年”，明言，"
        f"陈述 {lesson}"
    )


def test_a_source_without_publisher_or_date_is_cited_by_what_it_has(small_facts):
    id = next(id for id, one in small_facts.statements.items() if one.source == "hill-notes")
    assert citation(small_facts, id, "en").startswith("“Hill notes”, characters ")


def test_authors_and_address_are_cited_and_a_copy_leads_to_the_passage(small_facts):
    id = next(id for id, one in small_facts.statements.items() if one.source == "east-gazette")
    page = "https://gazette.example/2006/reading?no=7"
    cited = citation(small_facts, id, "en")
    assert cited.startswith("R. Scribe, T. Clerk, “East Gazette”, ")
    assert cited.endswith(f"statement {id}, {page}")
    assert citation_markdown(small_facts, id, "zh").endswith(f"，<{page}>")
    passage = f"{page}#:~:text=a,b"
    assert citation(small_facts, id, "en", lambda _: passage).endswith(passage)
    answer = Answer(("statement",), ((id,),))
    assert f"<{passage}>" in cited_markdown(small_facts, answer, "en", lambda _: passage)


def test_a_further_spot_is_cited_too(small_facts):
    for id, one in small_facts.statements.items():
        for span in one.spans:
            assert f"{span.start}–{span.end}" in citation(small_facts, id, "zh")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_citation_holds_a_passage(small_facts, small_folder, language):
    texts = {
        path.stem: path.read_text(encoding="utf-8")
        for path in (small_folder / "texts").glob("*.txt")
    }
    for id, one in small_facts.statements.items():
        if one.source not in texts:
            continue  # a title, which is a name and may be cited
        passage = texts[one.source][one.start : one.end]
        assert len(passage) < 8 or passage not in citation(small_facts, id, language)


def test_the_rows_of_an_answer_point_to_footnotes_in_their_order(small_facts, small_sparql):
    asked = question("who_learned_from")
    answer = ask(asked, {"place": "11"}, small_sparql, "sparql")
    shown = cited_markdown(small_facts, label_answer(small_facts, answer, asked, "en"), "en")
    notes = dict(NOTE.findall(shown))
    ids = ids_in_answer(small_facts, answer)
    numbers = [str(n) for n in range(1, len(ids) + 1)]
    assert [re.findall(r"statement ([\w-]+)", notes[n])[-1] for n in numbers] == ids
    for row, line in zip(answer.rows, shown.splitlines()[2:], strict=False):
        marks = re.findall(r"\[\^(\d+)\]", line)
        assert [ids[int(mark) - 1] for mark in marks] == row[-1]
        assert "learned_from-" not in line


@pytest.mark.parametrize("key", questions())
def test_every_question_is_cited_in_both_languages(key, small_facts, small_sparql):
    """Whatever a question's columns, no id is left in the table and no mark lacks its note."""
    asked = question(key)
    answer = ask(asked, asked.example(), small_sparql, "sparql")
    for language in ("zh", "en"):
        shown = cited_markdown(
            small_facts, label_answer(small_facts, answer, asked, language), language
        )
        table, _, notes = shown.partition("\n\n")
        assert not [id for id in ids_in_answer(small_facts, answer) if id in table]
        marks = set(re.findall(r"\[\^(\d+)\]", table))
        assert marks == {number for number, _ in NOTE.findall(notes)}


def test_ids_are_found_however_a_query_gives_them(small_facts, lesson):
    other = next(id for id in small_facts.statements if id != lesson)
    iri = f"https://example.org/nowhere/Statement/{lesson}"
    cells = (lesson, iri, [other, lesson], f"{other} {lesson}", {"id": lesson, "n": [other]}, 7)
    answer = Answer(("a", "b", "c", "d", "e", "f"), (cells,))
    assert ids_in_answer(small_facts, answer) == [lesson, other]
    row = cited_markdown(small_facts, answer, "en").splitlines()[2]
    as_map = f"id: {lesson}, n: ({other}) [^1][^2]"
    assert row == f"| [^1] | [^1] | [^2][^1] | [^2][^1] | {as_map} | 7 |"


def test_an_answer_without_statements_is_a_table_alone(small_facts):
    shown = cited_markdown(small_facts, Answer(("n",), ((1,),)), "en")
    assert shown == "| n |\n| --- |\n| 1 |\n"


def test_a_cut_answer_says_so_where_it_is_pasted(small_facts):
    shown = cited_markdown(small_facts, Answer(("n",), ((1,),), is_cut=True), "en")
    assert "Only the first 1 row is listed" in shown


def test_an_id_of_no_statement_stays_as_it_is(small_facts):
    answer = Answer(("statements",), ((["learned_from-000000000000"],),))
    shown = cited_markdown(small_facts, answer, "en")
    assert "learned_from-000000000000" in shown and "[^" not in shown


def test_rows_are_cited_by_statement_source_and_spot_in_one_order(small_facts, lesson):
    other = next(
        id
        for id, one in small_facts.statements.items()
        if id != lesson and small_facts.source_of(one).address is None
    )
    rows = [{"who": "Birch"}, {"who": "Cedar", "since": "2001"}]
    for language, heads in (
        ("zh", ("引注：陈述编号", "引注：来源", "引注：位置")),
        ("en", ("Cited statements", "Cited sources", "Cited spots")),
    ):
        answer = cited_rows(small_facts, rows, [[lesson, other], []], language)
        assert answer.columns == ("who", "since", *heads)
        ids, sources, spots = answer.rows[0][2:]
        assert ids == f"{lesson} {other}"
        said = [small_facts.statements[id] for id in (lesson, other)]
        assert sources == "; ".join(small_facts.things[x.source].name(language) for x in said)
        assert str(spots).split("; ")[0].startswith(f"{said[0].start}–{said[0].end}")
        assert answer.rows[1] == ("Cedar", "2001", "", "", "")


def test_rows_have_the_addresses_of_their_sources_if_there_are_any(small_facts, lesson):
    told = next(id for id, one in small_facts.statements.items() if one.source == "east-gazette")
    answer = cited_rows(small_facts, [{"who": "Birch"}], [[lesson, told]], "en")
    assert answer.columns[-1] == "Cited addresses"
    assert answer.rows[0][-1] == "; https://gazette.example/2006/reading?no=7"
    answer = cited_rows(
        small_facts, [{"who": "Birch"}], [[told]], "en", lambda _: "https://a.example/#b"
    )
    assert answer.rows[0][-1] == "https://a.example/#b"
