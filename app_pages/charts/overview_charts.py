"""The charts of the overview: statements by year, and by kind and source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import altair as alt

from app_pages.state.language import language, say
from graph.lookup.overview import YearCount
from ontology.labels.labels import name as word

# As many words as fit side by side below the bars.
LEGEND_COLUMNS = 4


def year_bars(counts: Sequence[YearCount]) -> alt.Chart:
    """A bar for each year, with a part for each kind, the most frequent kind at the bottom."""
    by_kind: Counter[str] = Counter()
    for entry in counts:
        by_kind[entry.kind] += entry.count
    order = [kind for kind, _ in by_kind.most_common()]
    names = {kind: word(kind, language()) for kind in order}
    rows = [
        {
            "year": entry.year,
            "kind": names[entry.kind],
            "place": order.index(entry.kind),
            "count": entry.count,
        }
        for entry in counts
    ]
    legend = alt.Legend(orient="bottom", columns=LEGEND_COLUMNS)
    bars: alt.Chart = (
        alt.Chart(alt.InlineData(values=rows))
        .mark_bar()
        .encode(
            x=alt.X("year:O", title=None, axis=alt.Axis(labelAngle=0, labelOverlap=True)),
            y=alt.Y("count:Q", title=say("statements")),
            color=alt.Color("kind:N", title=None, sort=list(names.values()), legend=legend),
            order=alt.Order("place:Q"),
            tooltip=["year:O", "kind:N", "count:Q"],
        )
        .properties(height=300)
    )
    return bars


def coverage_table(rows: list[dict[str, object]]) -> alt.LayerChart:
    """A number for each `kind` and `source` of the rows, the darker the higher its `count`."""
    base = alt.Chart(alt.InlineData(values=rows)).encode(
        x=alt.X(
            "source:N",
            title=None,
            sort=None,
            axis=alt.Axis(labelAngle=0, labelLimit=120, labelOverlap=False, labelFlush=False),
        ),
        y=alt.Y("kind:N", title=None, sort=None, axis=alt.Axis(labelLimit=200, labelFlush=False)),
    )
    shade = alt.Color("count:Q", legend=None, scale=alt.Scale(type="symlog", scheme="blues"))
    ink = alt.condition("datum.count > 15", alt.value("white"), alt.value("#1f2933"))
    cells = base.mark_rect(stroke="white").encode(
        color=shade, tooltip=["source:N", "kind:N", "count:Q"]
    )
    numbers = base.mark_text(fontSize=14).encode(text="count:Q", color=ink)
    chart = (cells + numbers).properties(height=alt.Step(30))
    configured: alt.LayerChart = chart.configure_axis(labelFontSize=14)
    return configured
