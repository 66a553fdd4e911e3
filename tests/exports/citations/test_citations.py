"""Citations: strings printed in the standard, and files that programs of others read."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import date

import pytest
import rispy
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from lxml import etree
from pybtex.database import parse_string

from exports.citations.csl_dates import csl_date, iso_date
from exports.citations.forms import CitationForm, citation_bytes, citation_text
from exports.citations.reference import Reference
from exports.citations.references import (
    CitationContext,
    NotCitable,
    dataset_reference,
    references,
    view_reference,
)
from exports.citations.source_items import csl_name
from exports.citations.styled import CslStyle, bibliography_entry
from graph.model.dataset import ReleasedVersion
from loaders.copies.source_copies import Copies

DAY = date(2026, 11, 29)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def context(facts, language="en", copies=None):
    return CitationContext(facts, language, DAY, copies)


def item(type, title, author, issued, accessed, url, language):
    dates = {"issued": issued, "accessed": accessed}
    parts = {key: csl_date(value) for key, value in dates.items() if value}
    named = {"author": author, "title": title, "URL": url, "language": language}
    return {"id": "x", "type": type, **named, **parts}


# Examples of 4.6 of GB/T 7714-2015, in the punctuation of its numeric style.
PRINTED = [
    (
        item(
            "legislation",
            "关于转发北京市企业投资项目核准暂行实施办法的通知: 京政办发[2005]37号",
            [{"literal": "北京市人民政府办公厅"}],
            "2005-07-12",
            "2011-07-12",
            "http://china.findlaw.cn/fagui/p_1/39934.html",
            "zh-CN",
        ),
        "北京市人民政府办公厅. 关于转发北京市企业投资项目核准暂行实施办法的通知: 京政办发[2005]37号"
        "[A/OL]. (2005-07-12)[2011-07-12]. http://china.findlaw.cn/fagui/p_1/39934.html.",
    ),
    (
        item(
            "webpage",
            "About OCLC: history of cooperation",
            [{"literal": "Online Computer Library Center, Inc."}],
            None,
            "2012-03-27",
            "http://www.oclc.org/about/cooperation.en.html",
            "en",
        ),
        "Online Computer Library Center, Inc. About OCLC: history of cooperation[EB/OL]. "
        "[2012-03-27]. http://www.oclc.org/about/cooperation.en.html.",
    ),
    (
        item(
            "webpage",
            "UNIMARC and metadata: Dublin core",
            [csl_name("A. Hopkinson")],
            "2009-04-22",
            "2013-03-27",
            "http://archive.ifla.org/IV/ifla64/138-161e.htm",
            "en",
        ),
        "HOPKINSON A. UNIMARC and metadata: Dublin core[EB/OL]. (2009-04-22)[2013-03-27]. "
        "http://archive.ifla.org/IV/ifla64/138-161e.htm.",
    ),
]


@pytest.mark.parametrize(("work", "printed"), PRINTED)
def test_gbt7714_is_as_the_standard_prints_it(work, printed):
    # the style puts its space before the day of access as after any full stop; the standard none
    text = bibliography_entry(Reference(work, work), CslStyle.GBT7714, "zh")
    assert text.replace(". [", ".[") == printed.replace(". [", ".[")


def test_a_statement_is_cited_by_its_source_with_spot_and_id(small_facts):
    id = next(id for id, s in small_facts.statements.items() if s.source == "east-gazette")
    statement = small_facts.statements[id]
    text = citation_text(references(context(small_facts), [id]), CitationForm.APA, "en")
    assert text.startswith("Scribe, R., & Clerk, T. (2006). East Gazette")
    assert f"characters {statement.start}–{statement.end}" in text and id in text
    text = citation_text(references(context(small_facts, "zh"), [id]), CitationForm.GBT7714, "zh")
    assert text.startswith("[1] SCRIBE R, CLERK T. East Gazette[A/OL]. (2006)[2026-11-02]. https")
    assert f"第 {statement.start}–{statement.end}" in text


def test_works_without_an_address_keep_their_mark_and_their_title_once(small_facts):
    cited = references(context(small_facts, "zh"), ["north-daily", "hill-notes"])
    text = citation_text(cited, CitationForm.GBT7714, "zh")
    assert text.startswith("[1] 无有国读书改革记[N]. ") and "[2] 西丘笔记[EB/OL]" in text
    assert citation_text(cited[1:], CitationForm.APA, "zh").count("西丘笔记") == 1


def test_bibtex_and_ris_are_read_by_others_as_they_were(small_facts):
    ids = [*small_facts.statements, small_facts.dataset.name]
    cited = references(context(small_facts), ids)
    bibliography = parse_string(citation_text(cited, CitationForm.BIBTEX, "en"), "bibtex")
    records = rispy.loads(citation_text(cited, CitationForm.RIS, "en"))
    assert len(bibliography.entries) == len(records) == len(cited)
    for reference, entry, record in zip(cited, bibliography.entries.values(), records, strict=True):
        assert entry.fields["title"].strip("{}") == record["title"] == reference.item["title"]
        assert record["notes"] == list(reference.notes)
        if "URL" in reference.item:
            assert entry.fields["url"] == record["urls"][0] == reference.item["URL"]


def test_signs_of_latex_are_plain_signs_in_bibtex():
    work = item("webpage", "5 % of A&B_{x}", [{"literal": "#1"}], None, None, "u", "en")
    text = citation_text([Reference(work, work)], CitationForm.BIBTEX, "en")
    (entry,) = parse_string(text, "bibtex").entries.values()
    assert entry.fields["title"] == r"{5 \% of A\&B\_\{x\}}"


def test_csl_json_has_the_notes(small_facts):
    (read,) = json.loads(
        citation_text([dataset_reference(context(small_facts))], CitationForm.CSL_JSON, "en")
    )
    assert read["type"] == "dataset" and read["note"] == "licence CC0-1.0"


def test_word_has_a_real_footnote_a_statement_with_the_passage(small_facts, small_folder):
    copies = Copies(small_folder / "texts")
    ids = list(small_facts.statements)[:3]
    cited = references(context(small_facts, "zh", copies), ids)
    document = Document(io.BytesIO(citation_bytes(cited, CitationForm.DOCX, "zh")))
    marks = document.element.findall(f".//{W}footnoteReference")
    part = document.part.part_related_by(RELATIONSHIP_TYPE.FOOTNOTES)
    notes = etree.fromstring(part.blob).findall(f"{W}footnote")[2:]
    assert [mark.get(f"{W}id") for mark in marks] == [note.get(f"{W}id") for note in notes]
    statements = [statement for reference in cited for statement in reference.statements]
    texts = ["".join(note.itertext()) for note in notes]
    assert len(texts) == 3
    for statement, text in zip(statements, texts, strict=True):
        assert statement.passage and statement.passage in text and statement.id in text


def test_a_picture_and_a_figure_are_cited_at_the_address_of_their_view(small_facts):
    address = "http://localhost:8501/spread?lang=en"
    picture = view_reference(context(small_facts), "Spread", address, is_picture=True)
    text = bibliography_entry(picture, CslStyle.GBT7714, "en")
    assert "Spread[Z/OL]//How Nowhere's reading reforms spread" in text and address in text
    figure = view_reference(context(small_facts), "Adoption curve", address, is_picture=False)
    assert "Adoption curve" in bibliography_entry(figure, CslStyle.APA, "en")


def test_ids_of_nothing_are_named(small_facts):
    with pytest.raises(NotCitable) as raised:
        references(context(small_facts), ["nobody", "hill-notes", "nothing"])
    assert raised.value.ids == ("nobody", "nothing")


@pytest.mark.parametrize(
    ("edtf", "parts", "is_vague"),
    [
        ("2024-12-22", [[2024, 12, 22]], False),
        ("2012/2014", [[2012], [2014]], False),
        ("../2024-12", [[2024, 12]], True),
        ("199X", [[1990], [1999]], True),
        ("2019~", [[2019]], True),
        ("2019-03-01/2019-04", [[2019, 3], [2019, 4]], False),
        ("2019/2020-03", [[2019], [2020]], False),
        ("2019/2019-06", [[2019]], False),
        ("199X/2004-05", [[1990], [2004]], True),
    ],
)
def test_edtf_dates_are_dates_of_csl(edtf, parts, is_vague):
    assert csl_date(edtf)["date-parts"] == parts
    assert csl_date(edtf).get("circa", False) is is_vague
    assert iso_date(csl_date(edtf)).startswith(str(parts[0][0]))


def test_a_release_is_cited_with_its_version_and_day(small_facts):
    released = ReleasedVersion("1.0", date(2026, 3, 1))
    facts = replace(small_facts, releases=(released,))
    cited = references(context(facts), ["nowhere-1.0", "nowhere"])
    assert [reference.item["id"] for reference in cited] == ["nowhere-1.0", "nowhere"]
    texts = {form: citation_text(cited[:1], form, "en") for form in list(CitationForm)[:5]}
    assert ": version 1.0[DS/OL]. (2026-03-01)" in texts[CitationForm.GBT7714]
    assert "(Version 1.0) [Dataset]" in texts[CitationForm.APA]
    entries = parse_string(texts[CitationForm.BIBTEX], "bibtex").entries
    assert entries["nowhere-1-0"].fields["version"] == "1.0"
    assert rispy.loads(texts[CitationForm.RIS])[0]["edition"] == "1.0"
    assert json.loads(texts[CitationForm.CSL_JSON])[0]["version"] == "1.0"
    assert "version" not in cited[1].item
    with pytest.raises(NotCitable):
        references(context(facts), ["nowhere-2.0"])
