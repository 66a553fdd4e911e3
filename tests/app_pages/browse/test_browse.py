"""The lists of all things: by kind, with facets, each row leading to the thing's page."""

from __future__ import annotations

import pytest

from graph.lookup.browse_list import ListFilter, listed_things
from ontology.schema.kinds import Mechanism, Place
from tests.app_pages.page_run import page_text, run_page

LANGUAGES = pytest.mark.parametrize("language", ["zh", "en"])


@LANGUAGES
def test_a_list_leads_to_every_thing_of_its_kind(root, small_facts, language):
    test = run_page(root, "browse/browse", language, kind="Mechanism")
    assert not test.exception and not test.warning
    cells = test.dataframe[0].value.iloc[:, 0].tolist()
    codes = [mechanism.code for mechanism in small_facts.things_of(Mechanism)]
    assert all(cell.endswith(f"code={code}") for code, cell in zip(codes, cells, strict=True))
    tree = test.get("html")[0].proto.body
    assert all(f"code={code}" in tree for code in codes)


def test_a_facet_narrows_the_list_and_says_how_many_are_left(root, small_facts):
    test = run_page(root, "browse/browse", "en", kind="Place")
    total = len(small_facts.things_of(Place))
    assert f"{total} of {total}" in page_text(test)
    sort = test.dataframe[0].value["Sort"].iloc[-1]
    key = next(thing.sort for thing in listed_things(small_facts, Place)[::-1])
    narrowed = test.selectbox[0].set_value(key).run().dataframe[0].value
    assert set(narrowed["Sort"]) == {sort} and len(narrowed) < total


@LANGUAGES
def test_facets_are_in_the_address_and_open_the_same_list(root, small_facts, language):
    test = run_page(root, "browse/browse", language, kind="Place")
    place = listed_things(small_facts, Place)[-1]
    test.selectbox[0].set_value(place.sort).run()
    test.selectbox[1].set_value(place.region).run()
    assert test.selectbox[0].value == place.sort  # the counts beside a value do not undo it
    rows = test.dataframe[0].value
    again = {
        name: values if isinstance(values, str) else values[0]
        for name, values in test.query_params.items()
    }
    assert again["sort"] == place.sort and again["region"] == place.region
    other = run_page(root, "browse/browse", again.pop("lang", language), **again)
    assert not other.warning and other.dataframe[0].value.equals(rows)


@LANGUAGES
def test_the_years_leave_what_is_stated_of_them(root, small_facts, language):
    test = run_page(root, "browse/browse", language, kind="Place", years="1999~2000")
    assert not test.exception and not test.warning
    things = listed_things(small_facts, Place)
    left = [thing for thing in things if ListFilter(years=(1999, 2000)).admits(thing)]
    assert 0 < len(left) < len(things)
    assert len(test.dataframe[0].value) == len(left)


def test_an_unknown_kind_is_told(root):
    assert "kind=Rumour" in run_page(root, "browse/browse", "en", kind="Rumour").warning[0].value
