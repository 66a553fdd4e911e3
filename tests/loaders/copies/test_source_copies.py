"""The user's own copies against what was cited."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.copies.source_copies import Copies, SpanState, passages
from loaders.copies.verification import Verification, verify
from loaders.copies.word_spans import word_spans
from loaders.sha256 import sha256
from loaders.tables.faults import FolderMissing
from ontology.schema.kinds import Adoption, Borders, LearnedFrom
from ontology.schema.value_types import TextSpan

LEARNED = "2001年，乙城市学(xué)习(xí)甲城市的“一卡通读”"


@pytest.fixture
def copies(small_folder: Path, tmp_path: Path) -> Path:
    """A folder with copies of all texts, that a test may spoil."""
    shutil.copytree(small_folder / "texts", tmp_path / "texts")
    return tmp_path / "texts"


def change(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def states(result: Verification) -> set[SpanState]:
    return {state for state, count in result.counts.items() if count}


def test_true_copies_verify(small_facts, copies):
    result = verify(small_facts, Copies(copies))
    assert states(result) == {SpanState.VERIFIED}
    assert result.holds and not result.differing_sources


def test_every_spot_of_every_statement_is_checked(small_facts, copies):
    result = verify(small_facts, Copies(copies))
    wanted = [(id, span) for id, said in small_facts.statements.items() for span in said.spans]
    assert [(one.statement, one.span) for one in result.checked_spots] == wanted


def test_a_copy_under_another_name_is_found_by_its_hash(small_facts, copies):
    (copies / "north-daily.txt").rename(copies / "my article.txt")
    assert verify(small_facts, Copies(copies)).holds


def test_words_that_moved_are_told_as_moved(small_facts, copies):
    change(copies, "hill-notes.txt", "西丘笔记。", "西丘笔记，第一辑。")
    result = verify(small_facts, Copies(copies))
    assert states(result) == {SpanState.VERIFIED, SpanState.MOVED}
    assert {one.source for one in result.checked_spots if one.state is SpanState.MOVED} == {
        "hill-notes"
    }
    assert result.differing_sources == ("hill-notes",) and not result.holds


def test_words_that_changed_are_told_as_changed(small_facts, copies):
    change(copies, "north-daily.txt", "丙城市与丁城市相邻", "丙城市与丁城市相望")
    result = verify(small_facts, Copies(copies))
    (borders,) = small_facts.statements_of(Borders)
    (changed,) = [one for one in result.checked_spots if one.state is SpanState.CHANGED]
    assert changed.statement == small_facts.statement_ids[borders]
    assert not result.holds


def test_words_behind_the_end_of_a_cut_copy_are_missing(small_facts, copies):
    path = copies / "east-gazette.txt"
    path.write_text(path.read_text(encoding="utf-8")[:150], encoding="utf-8")
    result = verify(small_facts, Copies(copies))
    assert states(result) == {SpanState.VERIFIED, SpanState.MISSING}
    assert not result.holds


def test_a_source_without_a_copy_is_not_held_and_the_others_hold(small_facts, copies):
    (copies / "east-gazette.txt").unlink()
    result = verify(small_facts, Copies(copies))
    assert states(result) == {SpanState.VERIFIED, SpanState.NOT_HELD}
    assert result.holds


def test_where_nothing_is_checked_nothing_holds(small_facts, tmp_path):
    result = verify(small_facts, Copies(tmp_path))
    # a title needs no copy
    assert states(result) == {SpanState.NOT_HELD, SpanState.VERIFIED}
    assert result.titles == {"night-notice"}
    assert result.nothing_checked and not result.holds


def test_a_copy_in_another_encoding_does_not_hold(small_facts, copies):
    path = copies / "north-daily.txt"
    path.write_bytes(path.read_text(encoding="utf-8").replace("é", "e").encode("gbk", "replace"))
    result = verify(small_facts, Copies(copies))
    assert result.differing_sources == ("north-daily",) and not result.holds


@pytest.mark.parametrize(("encoding", "name"), [("gbk", "GBK"), ("utf-16", "UTF-16")])
def test_a_copy_in_another_encoding_is_named_and_not_told_as_changed(
    small_facts, copies, encoding, name
):
    path = copies / "north-daily.txt"
    path.write_bytes(path.read_text(encoding="utf-8").encode(encoding, "replace"))
    result = verify(small_facts, Copies(copies))
    assert result.encodings == {"north-daily": name}
    assert states(result) == {SpanState.VERIFIED, SpanState.UNREADABLE}
    assert not result.holds


def test_an_empty_copy_does_not_hold(small_facts, copies):
    (copies / "north-daily.txt").write_bytes(b"")
    result = verify(small_facts, Copies(copies))
    assert SpanState.MISSING in states(result)
    assert not result.holds


def test_a_copy_with_another_copys_text_does_not_hold(small_facts, copies):
    shutil.copyfile(copies / "hill-notes.txt", copies / "north-daily.txt")
    assert not verify(small_facts, Copies(copies)).holds


def test_a_missing_folder_of_copies_is_told(tmp_path):
    with pytest.raises(FolderMissing):
        Copies(tmp_path / "none")


TEXT = (Path(__file__).parents[2] / "small" / "texts" / "hill-notes.txt").read_bytes()


@pytest.fixture(scope="module")
def spoilt_copies(small_folder, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("copies")
    shutil.copytree(small_folder / "texts", folder, dirs_exist_ok=True)
    return folder


def holds_with(folder: Path, facts, content: bytes) -> bool:
    (folder / "hill-notes.txt").write_bytes(content)
    return verify(facts, Copies(folder)).holds


@given(at=st.integers(0, len(TEXT) - 1), bit=st.integers(0, 7))
def test_any_one_flipped_bit_is_noticed(at, bit, spoilt_copies, small_facts):
    changed = TEXT[:at] + bytes([TEXT[at] ^ 1 << bit]) + TEXT[at + 1 :]
    assert not holds_with(spoilt_copies, small_facts, changed)


@given(at=st.integers(0, len(TEXT) - 1))
def test_any_one_deleted_byte_is_noticed(at, spoilt_copies, small_facts):
    assert not holds_with(spoilt_copies, small_facts, TEXT[:at] + TEXT[at + 1 :])


@given(at=st.integers(0, len(TEXT)), byte=st.integers(0, 255))
def test_any_one_inserted_byte_is_noticed(at, byte, spoilt_copies, small_facts):
    assert not holds_with(spoilt_copies, small_facts, TEXT[:at] + bytes([byte]) + TEXT[at:])


def test_the_untouched_copy_holds_after_all_that(spoilt_copies, small_facts):
    assert holds_with(spoilt_copies, small_facts, TEXT)


# --- passages -------------------------------------------------------------------------------


def test_a_passage_is_the_words_between_what_stands_around_them(small_facts, copies):
    adoption = next(
        one for one in small_facts.statements_of(Adoption) if one.local_name == "丘上书房"
    )
    (passage,) = passages(small_facts, adoption, Copies(copies))
    assert passage.text_before == "西丘笔记。"
    assert passage.words == "丙城市设有流动书车，叫作“丘上书房”"
    assert passage.text_after.startswith("。丙城市没有说")


def test_a_passage_shows_only_so_much_around_it(small_facts, copies):
    held = Copies(copies)
    source = small_facts.things["north-daily"]
    span = TextSpan(80, 110, sha256(LEARNED.encode()))
    passage = held.passage(source, span, letters_around=5)
    assert (passage.words, len(passage.text_before), len(passage.text_after)) == (LEARNED, 5, 5)


def test_every_spot_of_a_statement_has_its_passage(small_facts, copies):
    said = next(one for one in small_facts.statements_of(LearnedFrom) if one.stance == "denied")
    found = passages(small_facts, said, Copies(copies))
    assert [passage.words for passage in found] == ["丁城市没有学习乙城市", "丁城市图书馆说"]


def test_a_passage_that_moved_is_found_where_it_stands_now(small_facts, copies):
    change(copies, "hill-notes.txt", "西丘笔记。", "西丘笔记，第一辑。")
    adoption = next(
        one for one in small_facts.statements_of(Adoption) if one.local_name == "丘上书房"
    )
    (passage,) = passages(small_facts, adoption, Copies(copies))
    assert passage.words == "丙城市设有流动书车，叫作“丘上书房”"
    assert passage.text_before == "西丘笔记，第一辑。"


def test_words_that_stand_twice_are_shown_where_their_part_of_the_text_has_moved(
    small_facts, copies
):
    """The old start of the text is copied in front: the first like words are not the cited ones."""
    path = copies / "hill-notes.txt"
    text = path.read_text(encoding="utf-8")
    path.write_text(text[:40] + "\n" + text, encoding="utf-8")
    moved = Copies(copies)
    for statement in small_facts.statements.values():
        if statement.source == "hill-notes":
            source = small_facts.source_of(statement)
            for span, passage in zip(
                statement.spans, passages(small_facts, statement, moved), strict=True
            ):
                assert passage.text_before.endswith(text[: span.start][-5:])
                assert moved.state(source, span) in (SpanState.MOVED, SpanState.VERIFIED)


def test_a_changed_or_absent_copy_gives_no_passage(small_facts, copies):
    change(copies, "north-daily.txt", "丙城市与丁城市相邻", "丙城市与丁城市相望")
    (borders,) = small_facts.statements_of(Borders)
    assert passages(small_facts, borders, Copies(copies)) == [None]
    (copies / "north-daily.txt").unlink()
    assert passages(small_facts, borders, Copies(copies)) == [None]


# --- word_spans -----------------------------------------------------------------------------------


def test_words_are_cited_by_their_spot_and_hash(small_folder):
    text = (small_folder / "texts" / "north-daily.txt").read_text(encoding="utf-8")
    (span,) = word_spans(text, "丙城市与丁城市相邻")
    assert text[span.start : span.end] == "丙城市与丁城市相邻"
    assert span.sha256 == sha256("丙城市与丁城市相邻".encode())


def test_words_are_found_with_bracketed_pinyin_between_them(small_folder):
    text = (small_folder / "texts" / "north-daily.txt").read_text(encoding="utf-8")
    (span,) = word_spans(text, "学习甲城市的“一卡通读”")
    assert text[span.start : span.end] == "学(xué)习(xí)甲城市的“一卡通读”"
    assert span.sha256 == sha256("学(xué)习(xí)甲城市的“一卡通读”".encode())


def test_brackets_of_either_width_count_as_pinyin_and_those_with_numbers_do_not():
    assert [(s.start, s.end) for s in word_spans("学（xué）习", "学习")] == [(0, 7)]
    assert list(word_spans("学(2)习", "学习")) == []


def test_every_place_of_the_words_is_found():
    assert [(span.start, span.end) for span in word_spans("书车，书车", "书车")] == [(0, 2), (3, 5)]


def test_words_are_found_across_line_breaks():
    text = "2020年推行\n　　医共体，甲县\r\n学习三明市"
    (first,) = word_spans(text, "2020年推行医共体")
    assert text[first.start : first.end] == "2020年推行\n　　医共体"
    (second,) = word_spans(text, "甲县学习\n三明市")
    assert text[second.start : second.end] == "甲县\r\n学习三明市"


def test_words_with_signs_are_taken_as_they_stand():
    assert [span.start for span in word_spans("a.b*(c) a.b*", "a.b*")] == [0, 8]


@pytest.mark.parametrize("words", ["没有", "书 车", "(xué)"])
def test_words_that_are_not_there_have_no_spot(words):
    assert list(word_spans("乙城市学习甲城市，书车", words)) == []


def test_no_words_have_no_spot():
    assert list(word_spans("乙城市", "")) == []


@given(text=st.text("甲乙书(x)，", min_size=1, max_size=30), data=st.data())
def test_what_a_text_reads_is_always_found_in_it(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    words = text[start : data.draw(st.integers(start + 1, len(text)))]
    assert list(word_spans(text, words))
