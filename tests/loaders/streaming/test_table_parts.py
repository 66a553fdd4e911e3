"""Parts of a table hold its records once, in order, and know where they stand."""

from __future__ import annotations

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from loaders.streaming.row_parts import row_parts
from loaders.streaming.table_parts import table_parts
from ontology.schema.kinds import Place

CELLS = st.lists(st.text('a"\n,; 镇', max_size=5), min_size=2, max_size=2)


@given(st.lists(CELLS, max_size=12), st.integers(1, 5), st.sampled_from(["\n", "\r\n"]))
def test_the_parts_together_are_the_table(tmp_path_factory, records, count, end):
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator=end).writerows([["code", "name_zh"], *records])
    path = tmp_path_factory.mktemp("table") / "place.csv"
    path.write_bytes(text.getvalue().encode())
    together, lines = [], text.getvalue().encode().splitlines(keepends=True)
    for part in table_parts(path, Place, count):
        header, *rows = csv.reader(io.StringIO(part.content.decode(), newline=""))
        assert header == ["code", "name_zh"]
        together += rows
        body = part.content.splitlines(keepends=True)[part.header_lines :]
        first = part.header_lines + part.shift
        assert b"".join(body) == b"".join(lines[first : first + len(body)])
    assert [row for row in together if any(map(str.strip, row))] == [
        record for record in records if any(map(str.strip, record))
    ]


def test_faults_of_a_later_part_stand_at_their_lines_in_the_table(tmp_path):
    path = tmp_path / "place.csv"
    rows = [f'{number},"镇\n{number}",\n' for number in range(10, 20)]
    path.write_text(f"code,name_zh,name_en,level\n\n{''.join(rows)}", encoding="utf-8")
    places = list(row_parts(path, Place, records=3))
    assert len(places) == 4
    faults = [fault for part in places for fault in part.faults]
    # each record has two lines, the first begins at line 3, and each has a cell too few
    assert [fault.line for fault in faults if fault.rule == "cell_count"] == list(range(3, 23, 2))
