"""Words that the facts keep are the text's, or are marked as the curator's."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from exports.cards.statement_card import CardContext, card
from loaders.copies.source_copies import Copies
from loaders.copies.verification import verify
from loaders.copies.wordings import is_written, letters, unwritten_fields
from loaders.facts.facts_folder import read_facts
from loaders.tables.faults import BadFacts
from ontology.schema.kinds import Adoption


@pytest.fixture
def folder(small_folder: Path, tmp_path: Path) -> Path:
    """A copy of the small facts that a test may spoil."""
    shutil.copytree(small_folder, tmp_path / "facts")
    return tmp_path / "facts"


def change(folder: Path, header: str, cell: str) -> str:
    """Renames the local name of the first adoption and fills its column `composed`."""
    path = folder / "adoption.csv"
    first, row, *rest = path.read_text(encoding="utf-8").splitlines()
    cells = dict(zip(first.split(","), row.split(","), strict=True))
    cells["local_name"] = "文中没有的叫法"
    lines = [f"{first}{header}", ",".join(cells.values()) + cell]
    lines += [line + "," * bool(header) for line in rest]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return cells["local_name"]


@pytest.mark.parametrize(
    ("passage", "wording"),
    [
        ("2001年，乙城市学(xué)习(xí)甲城市", "乙城市学习甲城市"),
        ("医共体 “2+5+N” 新模式", "医共体“2＋5＋N”新模式"),
        ("推廣緊密型縣域醫共體", "紧密型县域医共体"),
        ("自 2019\n年起", "自2019年起"),
    ],
)
def test_signs_spaces_pinyin_and_forms_of_characters_make_no_difference(passage, wording):
    assert letters(wording) in letters(passage)


def test_other_words_and_words_in_brackets_do_make_one():
    assert letters("乙城市学习") not in letters("乙城市（丙城市）学习")
    assert letters("人员下沉") not in letters("人员、技术下沉")


@pytest.mark.parametrize(
    ("passage", "wording"),
    [
        ("覆盖率99%", "9.9%"),
        ("覆盖率99%", "9%"),
        ("覆盖率99.5%", "99"),
        ("覆盖率99.5%", "5%"),
        ("2012年至2013年，33家", "1333家"),
        ("第1、2号", "12号"),
        ("120万人", "20万人"),
    ],
)
def test_a_number_is_compared_as_a_whole(passage, wording):
    assert not is_written(wording, passage)


@pytest.mark.parametrize(
    ("passage", "wording"),
    [
        ("覆盖率 99．5％", "99.5%"),
        ("共1,200人", "1200人"),
        ("2016.8.17印发", "2016.8"),
        ("2016.8印发", "2016"),
        ("2012—2013年", "2012-2013年"),
        ("自2012年的20\n19名", "2019名"),
        ("表1\n20人", "20人"),
    ],
)
def test_a_number_or_date_is_recognised_in_its_usual_forms(passage, wording):
    assert is_written(wording, passage)


@pytest.mark.parametrize(
    ("passage", "wording"),
    [
        ("下派二十名医生", "十名"),
        ("下派二十名医生", "二"),
        ("三百五十家", "五十家"),
        ("三千余家", "三"),
        ("五百多万人", "五百"),
        ("5000余万元", "5000"),
        ("5万人", "5"),
        ("7亿多元", "亿"),
        ("数十家", "十家"),
        ("十几家", "十"),
        ("几十家", "十家"),
        ("下降两成", "两"),
        ("下降三成五", "三成"),
        ("三分之一的县", "一"),
        ("三分之一的县", "三"),
        ("上升百分之十", "十"),
        ("上升百分之三十", "百分之三"),
        ("上升百分之9", "9"),
        ("三点五倍", "五倍"),
        ("三点五倍", "三"),
        ("一半的县", "一"),
        ("二〇一九年", "九年"),
        ("貳萬人", "萬人"),
    ],
)
def test_a_number_in_chinese_numerals_is_compared_as_a_whole(passage, wording):
    assert not is_written(wording, passage)


@pytest.mark.parametrize(
    ("passage", "wording"),
    [
        ("下派二十名医生", "二十名"),
        ("下派二十名医生", "二十"),
        ("统一三级医院目录", "三级医院"),
        ("经验之一。三级医院", "三级医院"),
        ("扩大到三。十家医院", "十家"),
        ("“八统一”三级管理", "“八统一”"),
        ("医护人数三百", "三百"),
        ("床位数百张", "百张"),
        ("由三成员单位组成", "三"),
        ("下降三成，五家医院", "三成"),
        ("近三成三级医院", "三成"),
        ("增加5百分点", "5"),
        ("用电5千瓦时", "5"),
        ("5万 余人", "5万余人"),
        ("三分之一的县", "三分之一"),
        ("百分之三十五", "百分之三十五"),
        ("百余名专家", "百余名"),
        ("2023年，百余名专家", "百余名"),
        ("以前五六十人次", "五六十人次"),
        ("二\n十名", "二十名"),
    ],
)
def test_chinese_numerals_that_are_whole_numbers_are_recognised(passage, wording):
    assert is_written(wording, passage)


def test_the_wordings_of_the_small_facts_are_in_their_passages(small_facts, small_folder):
    result = verify(small_facts, Copies(small_folder / "texts"))
    assert result.unwritten == () and result.holds


def test_a_wording_that_no_passage_has_is_told(folder):
    wording = change(folder, "", "")
    result = verify(read_facts(folder), Copies(folder / "texts"))
    [told] = result.unwritten
    assert (told.field, told.wording) == ("local_name", wording)
    assert not result.holds


def test_a_wording_that_is_marked_as_composed_is_not_told_and_its_card_says_so(folder):
    change(folder, ",composed", ",local_name")
    facts = read_facts(folder)
    assert verify(facts, Copies(folder / "texts")).holds
    [id] = [id for id, statement in facts.statements.items() if statement.composed]
    assert "整理者所拟，非原文" in card(CardContext(facts, None, "zh"), id)
    assert "not the text" in card(CardContext(facts, None, "en"), id)


def test_the_mark_does_not_change_the_id_of_a_statement(folder):
    change(folder, "", "")
    plain = set(read_facts(folder).statements)
    change(folder, ",composed", ",local_name")
    assert set(read_facts(folder).statements) == plain


def test_only_a_filled_wording_can_be_marked(folder):
    change(folder, ",composed", ",pioneer_in")
    with pytest.raises(BadFacts) as raised:
        read_facts(folder)
    assert [fault.rule for fault in raised.value.faults] == ["not_a_wording"]
    assert "local_name" in raised.value.text("en")


def test_the_shipped_facts_mark_what_their_curators_composed(root):
    facts = read_facts(root / "facts")
    marked = [statement for statement in facts.statements.values() if statement.composed]
    assert len(marked) == 27
    assert {type(statement) for statement in marked} >= {Adoption}
    assert not list(unwritten_fields("id", marked[0], []))
