"""A table of HTML for a few rows; in the app a click on the head of a column sorts them."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

STYLE = """<style>
.rows{overflow:auto;max-height:42rem;border:1px solid rgba(128,128,128,.3);border-radius:8px}
.rows table{border-collapse:collapse;width:100%;font-size:14px;line-height:1.35}
.rows th,.rows td{padding:6px 10px;text-align:start;border-bottom:1px solid rgba(128,128,128,.2)}
.rows tr:last-child>*{border-bottom:0}
.rows th{font-weight:500}.rows th[scope=row]{white-space:nowrap}
.rows .number,.rows td div{text-align:end;font-variant-numeric:tabular-nums}
.rows td:has(div){padding:1px}
.rows td div{padding:5px 10px;text-align:center}
.rows a{text-decoration:none}.rows a:hover{text-decoration:underline}
.rows th:has(.sort){cursor:pointer}
.rows .sort{padding:0 4px;color:inherit;background:none;border:0;cursor:pointer;opacity:.75}
.rows .sort::after{content:"\\2195"}
.rows th[aria-sort=ascending] .sort::after{content:"\\2191"}
.rows th[aria-sort=descending] .sort::after{content:"\\2193"}
.rows th[aria-sort] .sort{opacity:1}
</style>"""


def html_table(
    heads: Sequence[str],
    rows: Sequence[Sequence[str | int]],
    label: str,
    *,
    names_rows: bool = False,
    sort_label: str = "",
) -> str:
    """The table with its style; cells are HTML or numbers, `label` is for screen readers.

    Columns that are empty in all rows are left out. With `names_rows` the first cell of a row is
    the head of that row. Each head has a button to sort by, if `sort_label` says what it does; the
    script for it is app_pages/components/web/shared/sorted_tables.js. A date is sorted by its
    element `time`.
    """
    filled_places = [place for place in range(len(heads)) if any(row[place] != "" for row in rows)]
    numbers = {place for row in rows for place in filled_places if isinstance(row[place], int)}
    head = "".join(
        _head(heads[place], sort_label, is_of_numbers=place in numbers) for place in filled_places
    )
    body = "".join(
        f"<tr>{_row([row[place] for place in filled_places], has_name=names_rows)}</tr>"
        for row in rows
    )
    return (
        f'{STYLE}<div class="rows" role="region" aria-label="{escape(label)}" tabindex="0">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _head(html: str, sort_label: str, *, is_of_numbers: bool) -> str:
    if not html:
        return "<td></td>"
    looks = ' class="number"' if is_of_numbers else ""
    button = f'<button type="button" class="sort" aria-label="{escape(sort_label)}"></button>'
    return f'<th scope="col"{looks}>{html}{button if sort_label else ""}</th>'


def _row(cells: Sequence[str | int], *, has_name: bool) -> str:
    heading_cell = f'<th scope="row">{cells[0]}</th>' if has_name else ""
    return heading_cell + "".join(map(_cell, cells[has_name:]))


def _cell(cell: str | int) -> str:
    return f'<td class="number">{cell:,}</td>' if isinstance(cell, int) else f"<td>{cell}</td>"
