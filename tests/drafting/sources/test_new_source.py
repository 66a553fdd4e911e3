"""A file becomes a source: what its row says, and what keeps it from being written."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from drafting.sources.documents.source_faults import Remedy, UnusableSource
from drafting.sources.new_source import RawSource, SourceChoices, new_source
from drafting.sources.source_row import Retrieval
from graph.model.facts import Facts
from loaders.sha256 import sha256
from ontology.schema.kinds import Source
from tests.drafting.sources.made_up_documents import ARTICLE, FIRST_SENTENCES, page

TODAY = date(2026, 1, 1)
TEXT = "\n".join(ARTICLE).encode()


@pytest.fixture
def make(small_facts: Facts, tmp_path: Path):
    def make_source(content: bytes = TEXT, code: str = "east-lib", where=None, **choices):
        raw = RawSource(content, retrieval=where or Retrieval())
        return new_source(small_facts, code, raw, tmp_path, SourceChoices(**choices), TODAY)

    return make_source


def rules(error) -> list[str]:
    return [fault.rule for fault in error.value.faults]


def test_the_row_holds_what_a_source_must_have(make, tmp_path):
    source = make(page("gb2312").encode("gb18030"))
    content = (tmp_path / "east-lib.txt").read_bytes()
    assert content.decode() == source.article.text
    read = Source.model_validate(dict(source.draft.cells))
    assert (read.length, read.sha256) == (len(source.article.text), sha256(content))
    assert (read.address, read.author) == ("https://news.example/a.html", ("甲乙",))
    assert source.article.description.publisher == "无有日报"
    assert source.draft.cell("publisher") == ""
    assert source.encoding == "gb18030"


def test_a_publisher_of_the_facts_is_named_by_its_code(make):
    named = TEXT.decode().replace("来源：无有日报", "來源：北方日報社")
    assert make(named.encode()).draft.cell("publisher") == "northern-press"


def test_an_address_of_a_government_makes_an_official_source(make):
    assert make(where=Retrieval("https://wjw.east.gov.cn/a")).draft.cell("type") == "official"
    assert make(where=Retrieval("https://gov.cn.example/a")).draft.cell("type") == "press"


def test_repeated_passages_are_left_out_unless_all_is_wanted(make):
    assert FIRST_SENTENCES in make(page().encode()).article.omitted_lines
    whole = make(page().encode(), keep_all=True, remedies=[Remedy.REPLACE]).article
    assert whole.text.count(FIRST_SENTENCES) == 2 and "首页" in whole.text
    assert whole.omitted_lines == ()


def test_the_same_text_is_left_and_another_one_refused(make, tmp_path):
    assert make().file_names == ("east-lib.txt",)
    assert make().file_names == ()
    with pytest.raises(UnusableSource) as error:
        make(TEXT + "另一句。".encode())
    assert rules(error) == ["other_copy"]
    assert (tmp_path / "east-lib.txt").read_bytes() == TEXT + b"\n"
    assert make(FIRST_SENTENCES.encode(), remedies=[Remedy.REPLACE]).file_names == ("east-lib.txt",)


def test_damage_is_refused_unless_it_is_allowed(make, tmp_path):
    damaged = TEXT + "\n前\ufffd后".encode()
    with pytest.raises(UnusableSource) as error:
        make(damaged)
    assert rules(error) == ["damage_replaced"]
    assert list(tmp_path.iterdir()) == []
    assert make(damaged, remedies=[Remedy.ALLOW_DAMAGE]).file_names


def test_a_text_that_is_a_source_already_is_refused_under_a_second_code(make, tmp_path):
    """Its statements would count twice; a reprint may be wanted all the same."""
    text_hash = make().draft.cell("sha256")
    with pytest.raises(UnusableSource) as error:
        make(code="reprint", known_texts={text_hash: "east-lib"})
    assert rules(error) == ["same_text"] and error.value.remedies == (Remedy.REPEAT,)
    assert not (tmp_path / "reprint.txt").exists()
    assert make(known_texts={text_hash: "east-lib"}).file_names == ()
    assert make(code="reprint", known_texts={text_hash: "east-lib"}, remedies=error.value.remedies)


def test_all_faults_are_told_at_once(make):
    with pytest.raises(UnusableSource) as error:
        make(TEXT + "\ufffd".encode(), "a b", cells={"type": "rumour", "published": "soon"})
    assert {"bad_code", "damage_replaced", "not_a_choice", "bad_date"} >= set(rules(error))
    assert len(rules(error)) == 4
    with pytest.raises(UnusableSource) as error:
        make(b"\x89PNG", "con")
    assert rules(error) == ["reserved_code", "picture"]


@pytest.mark.parametrize(
    ("code", "rule"),
    [
        ("../up", "bad_code"),
        ("a.", "bad_code"),
        ("sources", "reserved_code"),
        ("11", "code_of_another"),
    ],
)
def test_codes_that_no_source_can_have(make, code, rule):
    with pytest.raises(UnusableSource) as error:
        make(code=code)
    assert rules(error) == [rule]


def test_a_source_of_the_facts_keeps_the_text_that_is_cited(make, small_folder, tmp_path):
    with pytest.raises(UnusableSource) as error:
        make(code="north-daily")
    assert rules(error) == ["other_text_cited"]
    cited = (small_folder / "texts" / "north-daily.txt").read_bytes()
    assert make(cited, "north-daily", keep_all=True).file_names == ("north-daily.txt",)
