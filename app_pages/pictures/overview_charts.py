"""The charts of the overview: statements by year, and by kind and source.

They are written in Vega-Lite itself: Altair, which writes it elsewhere, takes most of a second of
the first visit to load.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from app_pages.state.language import language, say
from exports.cards.arrow_table import arrow_table
from exports.cards.statement_words import Row
from graph.lookup.overview import YearCount
from ontology.labels.labels import name as word

# As many words as fit side by side below the bars.
LEGEND_COLUMNS = 4
YEAR, KIND = {"field": "year", "type": "ordinal"}, {"field": "kind", "type": "nominal"}
COUNT, SOURCE = {"field": "count", "type": "quantitative"}, {"field": "source", "type": "nominal"}
# The numbers of dark cells are white.
INK = {"condition": {"test": "datum.count > 15", "value": "white"}, "value": "#1f2933"}


def year_bars(counts: Sequence[YearCount]) -> dict[str, Any]:
    """A bar for each year, with a part for each kind, the most frequent kind at the bottom."""
    by_kind: Counter[str] = Counter()
    for entry in counts:
        by_kind[entry.kind] += entry.count
    order = [kind for kind, _ in by_kind.most_common()]
    names = {kind: word(kind, language()) for kind in order}
    rows: list[Row] = [
        {
            "year": entry.year,
            "kind": names[entry.kind],
            "place": order.index(entry.kind),
            "count": entry.count,
        }
        for entry in counts
    ]
    legend = {"orient": "bottom", "columns": LEGEND_COLUMNS}
    return {
        "data": {"values": arrow_table(rows)},
        "mark": "bar",
        "height": 300,
        "encoding": {
            "x": {**YEAR, "title": None, "axis": {"labelAngle": 0, "labelOverlap": True}},
            "y": {**COUNT, "title": say("statements")},
            "color": {**KIND, "title": None, "sort": list(names.values()), "legend": legend},
            "order": {"field": "place", "type": "quantitative"},
            "tooltip": [YEAR, KIND, COUNT],
        },
    }


def coverage_table(rows: list[Row]) -> dict[str, Any]:
    """A number for each `kind` and `source` of the rows, the darker the higher its `count`."""
    sources = {"labelAngle": 0, "labelLimit": 120, "labelOverlap": False, "labelFlush": False}
    kinds = {"labelLimit": 200, "labelFlush": False}
    shade = {**COUNT, "legend": None, "scale": {"type": "symlog", "scheme": "blues"}}
    cells = {"color": shade, "tooltip": [SOURCE, KIND, COUNT]}
    return {
        "data": {"values": arrow_table(rows)},
        "height": {"step": 30},
        "encoding": {
            "x": {**SOURCE, "title": None, "sort": None, "axis": sources},
            "y": {**KIND, "title": None, "sort": None, "axis": kinds},
        },
        "layer": [
            {"mark": {"type": "rect", "stroke": "white"}, "encoding": cells},
            {"mark": {"type": "text", "fontSize": 14}, "encoding": {"text": COUNT, "color": INK}},
        ],
        "config": {"axis": {"labelFontSize": 14}},
    }
