"""A table of HTML for a few rows that need neither sorting nor search."""

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
</style>"""


def html_table(
    heads: Sequence[str],
    rows: Sequence[Sequence[str | int]],
    label: str,
    *,
    names_rows: bool = False,
) -> str:
    """The table with its style; cells are HTML or numbers, `label` is for screen readers.

    Columns that are empty in all rows are left out. With `names_rows` the first cell of a row is
    the head of that row.
    """
    filled_places = [place for place in range(len(heads)) if any(row[place] != "" for row in rows)]
    numbers = {place for row in rows for place in filled_places if isinstance(row[place], int)}
    head = "".join(_head(heads[place], is_of_numbers=place in numbers) for place in filled_places)
    body = "".join(
        f"<tr>{_row([row[place] for place in filled_places], has_name=names_rows)}</tr>"
        for row in rows
    )
    return (
        f'{STYLE}<div class="rows" role="region" aria-label="{escape(label)}" tabindex="0">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _head(html: str, *, is_of_numbers: bool) -> str:
    looks = ' class="number"' if is_of_numbers else ""
    return f'<th scope="col"{looks}>{html}</th>' if html else "<td></td>"


def _row(cells: Sequence[str | int], *, has_name: bool) -> str:
    heading_cell = f'<th scope="row">{cells[0]}</th>' if has_name else ""
    return heading_cell + "".join(map(_cell, cells[has_name:]))


def _cell(cell: str | int) -> str:
    return f'<td class="number">{cell:,}</td>' if isinstance(cell, int) else f"<td>{cell}</td>"
