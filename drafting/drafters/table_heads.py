"""The heads of a table, for a figure in a cell: its subject, its date and its indicator."""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafting.drafters.article import Article
from drafting.recognition.numbers.recognised_figure import RecognisedFigure
from drafting.text.sentences import Stretch

YEAR = re.compile("((?:19|20)[0-9]{2})年?")
# The unit behind the name of an indicator.
UNIT = re.compile(r"[(（][^()（）]*[)）]\s*$")


@dataclass(frozen=True)
class TableHeads:
    """The cell of the place that a head names, its date in EDTF, and the words of the other head.

    `date_stretch` is the head with the date.
    """

    subject: str
    period: str
    label: str
    date_stretch: Stretch | None


def table_heads(article: Article, figure: RecognisedFigure) -> TableHeads | None:
    """The heads of a figure: the first cell of its row, and the head of its column.

    None for a figure that stands in no table, or in a head.
    """
    for table in article.tables:
        for row_head, column_head, cell in table.cells():
            if cell.start <= figure.start < cell.end:
                return _heads(article, (row_head, column_head))
    return None


def _heads(article: Article, heads: tuple[Stretch, Stretch]) -> TableHeads:
    subject = period = ""
    date_at: Stretch | None = None
    labels: list[str] = []
    for head in heads:
        place = article.innermost(head.start, head.end)
        head_text = UNIT.sub("", article.text(head))
        dates = [d.edtf for d in article.dates if head.start <= d.start < head.end]
        if year := YEAR.fullmatch(head_text):
            dates = [year[1]]
        subject = subject or place or ""
        if dates:
            period, date_at = dates[0], head
        if not (place or dates):
            labels.append(head_text)
    row_label = UNIT.sub("", article.text(heads[0]))
    return TableHeads(subject, period, next(iter(labels), row_label), date_at)
