"""The charts of the overview: statements by year, and by kind and source.

They are HTML: Streamlit's charts and tables take a second and a half of the browser's first visit.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from html import escape
from itertools import cycle
from math import log1p

import streamlit as st

from exports.cards.html_table import html_table
from exports.cards.page_links import PageLinks
from graph.drawing.theme import AMBER, HUES, MAUVE, OLIVE, SLATE, TEAL
from graph.lookup.overview import YearCount, counts_by_year
from graph.model.facts import Facts
from ontology.labels.labels import name as word
from ontology.schema.kinds import STATEMENTS, Source
from texts.tables import APP

STYLE = """<style>
.years{position:relative;display:flex;align-items:flex-end;height:260px;margin:1rem 0 2rem 2.8rem;
  border-bottom:1px solid rgba(128,128,128,.6);font-size:14px}
.years .line{position:absolute;left:0;right:0;border-top:1px solid rgba(128,128,128,.22)}
.years .line span{position:absolute;right:calc(100% + 6px);transform:translateY(-50%)}
.years .year{flex:1;min-width:0;height:100%;position:relative;display:flex;
  flex-direction:column-reverse}
.years .year i{flex:none;margin:0 12%}
.years .year span{position:absolute;top:calc(100% + 4px);left:50%;transform:translateX(-50%)}
.kinds{display:flex;flex-wrap:wrap;gap:2px 18px;font-size:14px}
.kinds i{display:inline-block;width:12px;height:12px;margin-right:6px}
</style>"""
# The most frequent kinds have the hues that readers distinguish most easily.
COLOURS = (*HUES, OLIVE, SLATE, TEAL, AMBER, MAUVE)
# The most years named below the bars, and the most lines of counts behind the bars.
MAX_YEAR_LABELS, MAX_LINES = 12, 5
# How dark the cell of the highest count is; the words on it stay readable in both themes.
MAX_OPACITY = 0.45


@st.cache_resource(max_entries=4, show_spinner=False)
def dated_statements(folders: str, stamp: str, language: str, _facts: Facts) -> tuple[str, int]:
    """The statements by year as HTML, "" if none has a date, and how many have one."""
    counts = counts_by_year(_facts)
    return year_bars(counts, language) if counts else "", sum(entry.count for entry in counts)


@st.cache_resource(max_entries=4, show_spinner=False)
def coverage(folders: str, stamp: str, language: str, _facts: Facts) -> str:
    """How many statements of each kind each source makes, as HTML."""
    return coverage_table(_facts, language)


def year_bars(counts: Sequence[YearCount], language: str) -> str:
    """A bar for each year, with a part for each kind, the most frequent kind at the bottom."""
    by_kind: Counter[str] = Counter()
    by_year: Counter[int] = Counter()
    for entry in counts:
        by_kind[entry.kind] += entry.count
        by_year[entry.year] += entry.count
    colours = dict(zip((kind for kind, _ in by_kind.most_common()), cycle(COLOURS), strict=False))
    top, lines = _lines(max(by_year.values()))
    step = -(-len(by_year) // MAX_YEAR_LABELS)
    bars = (
        _bar(year, [entry for entry in counts if entry.year == year], colours, top, language)
        + (f"<span>{year}</span></div>" if place % step == 0 else "</div>")
        for place, year in enumerate(sorted(by_year))
    )
    label = ", ".join(f"{year}: {by_year[year]}" for year in sorted(by_year))
    return (
        f'{STYLE}<div class="years" role="img" aria-label="{label}">{lines}{"".join(bars)}</div>'
        f"{_legend(colours, language)}"
    )


def _lines(highest_count: int) -> tuple[float, str]:
    """The height of the picture, and the lines of round counts behind the bars."""
    step = next(
        size * 10**power
        for power in range(20)
        for size in (1, 2, 5)
        if size * 10**power * MAX_LINES >= highest_count
    )
    top = highest_count * 1.02
    lines = (
        f'<div class="line" style="bottom:{100 * count / top:.2f}%"><span>{count:,}</span></div>'
        for count in range(0, highest_count + 1, step)
    )
    return top, "".join(lines)


def _bar(
    year: int, entries: Sequence[YearCount], colours: Mapping[str, str], top: float, language: str
) -> str:
    """The parts of a year's bar, in an element that the caller closes."""
    counts = {entry.kind: entry.count for entry in entries}
    parts = (
        f'<i style="height:{100 * counts[kind] / top:.2f}%;background:{colour}"'
        f' title="{year} · {escape(word(kind, language))}: {counts[kind]:,}"></i>'
        for kind, colour in colours.items()
        if kind in counts
    )
    return f'<div class="year">{"".join(parts)}'


def _legend(colours: Mapping[str, str], language: str) -> str:
    entries = (
        f'<span><i style="background:{colour}"></i>{escape(word(kind, language))}</span>'
        for kind, colour in colours.items()
    )
    return f'<div class="kinds">{"".join(entries)}</div>'


def coverage_table(facts: Facts, language: str) -> str:
    """How many statements of each kind each source makes; the more, the darker the cell."""
    counts = Counter(
        (type(statement).__name__, statement.source) for statement in facts.statements.values()
    )
    highest_count = max(counts.values(), default=1)
    links = PageLinks(facts, language)
    sources = [source.code for source in facts.things_of(Source)]
    heads = [
        links.link(
            links.address("sources", source=code), escape(facts.display_name(code, language))
        )
        for code in sources
    ]
    rows = [
        [escape(word(kind.__name__, language))]
        + [_cell(counts[kind.__name__, code], highest_count) for code in sources]
        for kind in STATEMENTS
    ]
    label, sort_label = APP.say("coverage", language), APP.say("sort_rows", language)
    return html_table(["", *heads], rows, label, names_rows=True, sort_label=sort_label)


def _cell(count: int, highest_count: int) -> str:
    shade = MAX_OPACITY * log1p(count) / log1p(highest_count)
    return f'<div style="background:rgba(0,114,178,{shade:.2f})">{count:,}</div>'
