"""The charts of the overview are HTML whose parts are as high and as dark as their counts."""

from __future__ import annotations

from lxml.html import fromstring

from app_pages.pictures.overview_charts import coverage_table, year_bars
from graph.lookup.overview import YearCount
from ontology.schema.kinds import STATEMENTS, Source

COUNTS = (YearCount("Adoption", 2001, 30), YearCount("Happening", 2001, 10))


def _height(part):
    return float(part.get("style").partition("height:")[2].partition("%")[0])


def test_a_part_is_as_high_as_its_count():
    parts = fromstring(year_bars(COUNTS, "en")).xpath("//div[@class='year']/i")
    assert [part.get("title") for part in parts] == ["2001 · Adoption: 30", "2001 · Happening: 10"]
    assert round(_height(parts[0]) / _height(parts[1]), 1) == 3
    assert 90 < sum(map(_height, parts)) <= 100


def test_the_chart_is_told_to_those_who_do_not_see_it():
    (chart,) = fromstring(year_bars(COUNTS, "en")).xpath("//div[@role='img']")
    assert chart.get("aria-label") == "2001: 40"


def test_of_many_years_some_are_named():
    counts = [YearCount("Adoption", year, 1) for year in range(1900, 2000)]
    named = fromstring(year_bars(counts, "en")).xpath("//div[@class='year']/span/text()")
    assert named[:2] == ["1900", "1909"]
    assert len(named) == 12


def test_the_highest_count_has_the_darkest_cell(small_facts):
    table = fromstring(coverage_table(small_facts, "en"))
    cells = {
        cell.text_content(): float(cell.get("style").rpartition(",")[2].rstrip(")"))
        for cell in table.iter("div")
        if cell.get("style")
    }
    assert max(cells, key=int) == max(cells, key=cells.__getitem__)
    assert cells["0"] == 0
    size = len(STATEMENTS), len(small_facts.things_of(Source))
    assert (len(table.xpath("//tbody/tr")), len(table.xpath("//thead//th"))) == size
