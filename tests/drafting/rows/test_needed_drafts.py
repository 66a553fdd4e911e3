"""Which drafts have to be accepted before a row: its source, and the things that it names."""

from __future__ import annotations

from dataclasses import replace

from drafting.drafts.draft import filled_cells
from drafting.rows.needed_drafts import in_order_of_need, needed_drafts
from tests.drafting.made_up_review import ALDER, BIRCH, SOURCE, source_draft


def thing(kind: str, **cells: str):
    return replace(ALDER, kind=kind, cells=filled_cells(cells))


def test_a_row_needs_its_source_and_its_things_and_no_others():
    place = thing("place", code=ALDER.cell("adopter"), name_zh="甲城市")
    other = thing("place", code="999999", name_zh="乙城市", name_en="Elsewhere")
    source = source_draft()
    assert source.cell("code") == SOURCE
    assert needed_drafts(ALDER, [other, ALDER, place, source]) == (place, source)


def test_a_new_thing_is_needed_by_any_of_its_names():
    named = replace(ALDER, cells=filled_cells(dict(ALDER.cells) | {"mechanism": "new:夜间开馆"}))
    first = thing("mechanism", code="made-up", name_zh="虚构机制", alt_names="延时 | 夜间开馆")
    assert needed_drafts(named, [first]) == (first,)


def test_a_thing_comes_before_the_first_row_that_names_it():
    """So does the broader mechanism of one; rows that name nothing new stay where they are."""
    cells = {"adopter": "new:虚构村", "mechanism": "new:虚构机制"}
    row = replace(BIRCH, cells=filled_cells(cells))
    place = thing("place", code="made-up-village", name_zh="虚构村")
    narrow = thing("mechanism", code="narrow", name_zh="虚构机制", broader="broad")
    broad = thing("mechanism", code="broad", name_zh="宽的机制")
    unused = thing("mechanism", code="unused", name_zh="别的机制")
    ordered = in_order_of_need([unused, ALDER, row, place, narrow, broad])
    assert ordered == (unused, ALDER, place, broad, narrow, row)
