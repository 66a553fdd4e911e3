"""Permalinks of the real pages: what the app writes opens the same view in a fresh session."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from app_pages.forms import explore_form as exploring
from app_pages.forms import spread_form as spreading
from app_pages.forms.questions.question_form import question_parts
from app_pages.forms.study.study_form import study_parts
from app_pages.state.url_codec import (
    ChoicePart,
    ChoicesPart,
    CompressedText,
    Flag,
    NumberRange,
    OptionalChoicePart,
    UrlPart,
    read,
    write,
)
from graph.links.edge_bundle_index import bundle_index
from queries.catalogue import questions

TYPED_DATES = {"2001", "2001-05", "1999-12-31", "2"}
# A view of every page in which no part is as at first.
VIEWS = [
    "explore?thing=12&opened=22~11&view=told&types=LEARNED_FROM&kinds=Place~Mechanism"
    "&stances=stated~implied&source=east-gazette&place=10&mechanism=lending&years=2000~2002",
    "explore?thing=12&pick=12-LEARNED_FROM-11",
    "explore?thing=12&view=path&to=11&places=1",
    "spread?scope=all&types=LEARNED_FROM~ADOPTED&stances=stated~implied&place=10"
    "&mechanism=lending&layout=map&level=coarser&undated=0",
    "spread?pick=12-LEARNED_FROM-11&moment=2001&since=2000",
    "compare?places=22~11~12&branch=lending&told=0&differ=1&cell=shared-card~12",
    "analyse?measure=netinf&mechanisms=night-opening~lending&narrower=1&implied=1&actors=places",
    "ask?question=who_took_up&mechanism=shared-card&store=rdf",
    "sources?source=hill-notes",
    "browse/thing?code=12",
    "statement?id=learned_from-19cb12ce7b1b",
]


def values(part: UrlPart) -> st.SearchStrategy[Any]:
    """What a reader can choose for a part."""
    match part:
        case ChoicePart():
            some = st.sampled_from(sorted(part.options))
            may_be_none = part.default is None or isinstance(part, OptionalChoicePart)
            return some | st.none() if may_be_none else some
        case ChoicesPart():
            several = st.lists(st.sampled_from(sorted(part.options)), unique=True)
            return several.map(part.in_order)
        case NumberRange():
            years = st.integers(*part.default)
            return st.tuples(years, years).map(lambda ends: (min(ends), max(ends)))
        case Flag():
            return st.booleans()
        case CompressedText():
            return st.text(max_size=80)
        case _:
            return st.just(part.default)


@pytest.fixture(scope="module")
def pages(small_facts, small_graph) -> dict[str, list[UrlPart]]:
    """The parts of each page's view; of Ask those of each question."""
    known = bundle_index(small_facts)
    asked = {f"ask {key}": question_parts(small_facts, one) for key, one in questions().items()}
    return {
        "explore": exploring.explore_parts(small_facts, known, "12"),
        "spread": spreading.spread_parts(small_facts, known),
        "analyse": list(study_parts(small_facts)),
        **{key: parts for key, parts in asked.items() if parts},
    }


@settings(max_examples=200)
@given(st.data())
def test_a_permalink_of_any_page_opens_the_view_that_it_was_made_from(pages, data):
    parts = pages[data.draw(st.sampled_from(sorted(pages)))]
    meant = {part.key: data.draw(values(part), part.name) for part in parts}
    sent = urlencode(write(parts, meant))
    view = read(parts, dict(parse_qsl(sent, keep_blank_values=True)))
    assert view.lost_parts == ()
    for part in parts:
        got = view.values[part.key]
        assert (list(got) if isinstance(got, tuple) else got) == (
            list(meant[part.key]) if isinstance(meant[part.key], tuple) else meant[part.key]
        )


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("view", VIEWS)
def test_a_page_keeps_the_whole_view_of_its_address(root: Path, view: str, language: str):
    page, _, query = view.partition("?")
    address = {"lang": language, **dict(parse_qsl(query))}
    test = AppTest.from_file(str(root / "app_pages" / f"{page}.py"), default_timeout=90)
    for key, text in address.items():
        test.query_params[key] = text
    for _ in range(2):  # a second run leaves it as it is
        test.run()
        assert not test.exception and not test.warning
        kept = test.query_params
        assert {key: "".join(kept[key]) for key in kept} == address
