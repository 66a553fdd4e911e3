"""Long tables: the pages of a table, in an order of all its rows."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from app_pages.tables import statement_pages
from app_pages.tables.statement_pages import BY_DATE, in_order, sort_keys
from ontology.schema.kinds import Adoption
from tests.app_pages.page_run import page_text, run_page


def test_all_rows_are_sorted_not_those_of_a_page(small_facts):
    ids = list(small_facts.statements_naming["12"])
    keys = sort_keys(small_facts, ids, "en")
    assert BY_DATE in keys and "source" in keys
    by_source = in_order(small_facts, ids, keys["source"])
    names = [
        small_facts.display_name(small_facts.statements[id].source, "en").casefold()
        for id in by_source
    ]
    assert names == sorted(names) and set(by_source) == set(ids)
    deeds = [id for id in ids if isinstance(small_facts.statements[id], Adoption)]
    dated = [small_facts.statements[id].since for id in in_order(small_facts, deeds, keys[BY_DATE])]
    assert dated == ["2001", "2002~"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_page_of_a_long_table_has_its_rows_only(root, monkeypatch, language):
    monkeypatch.setattr(statement_pages, "PAGE_ROWS", 4)
    test: AppTest = run_page(root, "sources", language)
    assert not test.exception
    (number,) = test.number_input
    before = test.dataframe[-1].value
    assert len(before) == 4 and number.max > 1
    after = number.set_value(2).run().dataframe[-1].value
    assert not set(after.iloc[:, -1]) & set(before.iloc[:, -1])
    assert "5–8" in page_text(test)
