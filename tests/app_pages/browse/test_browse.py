"""The lists of all things: by kind, with facets, each row leading to the thing's page."""

from __future__ import annotations

import pytest

from ontology.schema.kinds import Mechanism, Place
from tests.app_pages.test_pages import opened, shown

LANGUAGES = pytest.mark.parametrize("language", ["zh", "en"])


@LANGUAGES
def test_a_list_leads_to_every_thing_of_its_kind(root, small_facts, language):
    test = opened(root, "browse/browse", language, kind="Mechanism")
    assert not test.exception and not test.warning
    cells = test.dataframe[0].value.iloc[:, 0].tolist()
    codes = [mechanism.code for mechanism in small_facts.things_of(Mechanism)]
    assert all(cell.endswith(f"code={code}") for code, cell in zip(codes, cells, strict=True))
    tree = test.get("html")[0].proto.body
    assert all(f"code={code}" in tree for code in codes)


def test_a_facet_narrows_the_list_and_says_how_many_are_left(root, small_facts):
    test = opened(root, "browse/browse", "en", kind="Place")
    total = len(small_facts.things_of(Place))
    assert f"{total} of {total}" in shown(test)
    sort = test.dataframe[0].value["Sort"].iloc[-1]
    narrowed = test.selectbox[0].set_value(sort).run().dataframe[0].value
    assert set(narrowed["Sort"]) == {sort} and len(narrowed) < total


def test_an_unknown_kind_is_told(root):
    assert "kind=Rumour" in opened(root, "browse/browse", "en", kind="Rumour").warning[0].value
