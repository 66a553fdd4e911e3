"""What a draft tells besides its parties: when, what was before, which passages say of whom."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from drafting.drafters.article import read_article
from drafting.drafters.draft_text import draft_text
from drafting.drafts.draft import Draft
from drafting.language_model.row_reader import draft_row
from drafting.lint.finding import FindingCode
from drafting.lint.linter import Linter
from drafting.recognition.vocabulary import vocabulary
from loaders.copies.source_copies import Copies
from loaders.facts.facts_folder import read_facts
from ontology.schema.kinds import Source
from settings import TEST_SOURCES
from tests.drafting.drafters.made_up_article import cells_of, made_up_article


def drafts_of(sentence: str, kind: str) -> list[Draft]:
    return [draft for draft in draft_text(made_up_article(sentence)) if draft.kind == kind]


def passages(sentence: str, draft: Draft) -> list[str]:
    raw = made_up_article(sentence).clean.raw
    return [raw[span.start : span.end] for span in draft.spans]


@pytest.mark.parametrize(
    ("sentence", "since", "written"),
    [
        ("2021年，丙丁市推行风筝传信制度", "2021", "2021年"),
        ("自2019年起，丙丁市建成驿站。丙丁市推行风筝传信制度", "2019/..", "自2019年起"),
        ("2021年，丙丁市修路；推行风筝传信制度", "2021", "2021年"),
        ("今年丙丁市推行风筝传信制度", "2024", "今年"),
        ("近年来，丙丁市推行风筝传信制度", None, "近年来"),
        ("目前，丙丁市推行风筝传信制度", None, None),
        ("丙丁市修路（2018年已完成），推行风筝传信制度", None, None),
        ("2021年，丙丁市修路。丙丁市推行风筝传信制度", None, None),
    ],
)
def test_an_adoption_has_the_date_of_its_sentence_or_the_time_since_when(sentence, since, written):
    cells = [c for c in cells_of(sentence, "adoption") if c["mechanism"] == "kites"][0]
    assert (cells.get("since"), cells.get("since_written")) == (since, written)
    assert cells.get("dated_by") == ("relative" if written == "今年" else None)


def test_a_lesson_has_its_date_and_what_is_learned():
    sentence = "自2019年起，庚辛县学习戊己县“双轮”模式"
    (lesson,) = drafts_of(sentence, "learned_from")
    assert (lesson.cell("when"), lesson.cell("model")) == ("2019/..", "new:“双轮”模式")
    assert passages(sentence, lesson)[0] == "自2019年起，庚辛县学习戊己县“双轮”模式"
    (lesson,) = drafts_of("庚辛县学习甲乙省戊己县医改经验", "learned_from")
    assert lesson.cell("model") == "new:戊己医改"


def test_a_day_is_carried_on_to_what_happens_in_its_paragraph():
    happenings = cells_of("3日，丙丁市召开风筝大会。丙丁市启动赛会", "happening")
    assert [(h["when"], h["when_written"]) for h in happenings] == [("2024-05-03", "3日")] * 2
    happenings = cells_of("2023年2月1日，丙丁市召开风筝大会。当天，丙丁市启动赛会", "happening")
    assert happenings[-1]["when"] == "2023-02-01" and happenings[-1]["dated_by"] == "relative"


@pytest.mark.parametrize(
    ("sentence", "value", "expected"),
    [
        ("丙丁市驿站由12家增加到30家", "30", ("12", None, "12家")),
        ("2020年丙丁市有风筝120只，到2023年就已增加至300只", "300", None),
        ("2020年丙丁市养羊12名，到2023年就已增加至30名", "30", ("12", "2020", "2020年")),
        ("丙丁市比例不少于95%（2023年起，已提高至99%）", "99", ("95", None, "不少于95%")),
        (
            "丙丁市从以前一天五六十人次提升到180人次",
            "180",
            (None, None, "以前一天五六十人次"),
        ),
        ("丙丁市人次较2020年增长5%", "5", (None, "2020", "2020年")),
        ("丙丁市比例达20%，覆盖面提高到30%", "30", None),
    ],
)
def test_a_figure_has_what_was_before(sentence, value, expected):
    figures = [c for c in cells_of(sentence, "measurement") if c["value"] == value]
    for cells in figures:
        told = tuple(cells.get(f"baseline{end}") for end in ("", "_period", "_written"))
        assert told == (expected or (None, None, None))
    assert figures or expected is None


def test_what_a_figure_is_compared_with_is_not_its_own_date():
    (cells,) = cells_of("2023年，丙丁市人次较2020年增长5%", "measurement")
    assert (cells["period"], cells["baseline_period"]) == ("2023", "2020")


def test_a_number_in_a_name_counts_the_parts_of_the_name():
    figures = cells_of("丙丁市推行“三通”模式，建成四级网络，新建驿站4家", "measurement")
    assert [(c["value"], c.get("counts")) for c in figures] == [
        ("3", "label"),
        ("4", "label"),
        ("4", None),
    ]


def test_a_draft_cites_the_passage_that_names_whom_it_speaks_of():
    sentence = "丙丁市修路，栽树，推行风筝传信制度"
    draft = next(d for d in drafts_of(sentence, "adoption") if d.cell("mechanism") == "kites")
    assert passages(sentence, draft) == ["推行风筝传信制度", "丙丁市修路"]
    (own,) = drafts_of("丙丁市推行风筝传信制度", "adoption")
    assert len(own.spans) == 1


def test_what_a_speaker_promotes_cites_the_words_that_say_so():
    sentence = "丙丁市表示，推行风筝传信制度"
    (draft,) = drafts_of(sentence, "endorsement")
    assert passages(sentence, draft) == ["推行风筝传信制度", "丙丁市表示"]


# --- the user's copies of the sources ---------------------------------------------------------


@pytest.mark.needs_copies
def test_the_lint_finds_the_dates_and_old_values_of_the_drafts_in_their_passages(root):
    facts, copies = read_facts(root / "facts"), Copies(Path(os.environ[TEST_SOURCES]))
    linter, words = Linter(facts, copies), vocabulary(facts)
    codes, dated = set(), 0
    for source in facts.things_of(Source):
        article = read_article(source.code, source.published, copies.text(source), words)
        for draft in draft_text(article):
            row = draft_row(draft)
            dated += any(column in ("since", "when", "period") for column, _ in draft.cells)
            if not isinstance(row, list):
                codes |= {finding.code for finding in linter.lint_statement(row.value)}
    assert not codes & {FindingCode.DATE, FindingCode.BASELINE, FindingCode.QUOTE}
    assert dated > 120


def test_the_day_of_a_speech_is_not_the_day_of_a_deed():
    (deed, *_) = cells_of("昨天，丙丁市在会上表示，推行风筝传信制度", "adoption")
    assert deed.get("since") is None
    (meeting, *_) = cells_of("昨天，丙丁市召开风筝大会", "happening")
    assert meeting["when"] == "2024-05-05"
