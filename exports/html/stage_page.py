"""A stage as one HTML file: opens anywhere by a double click and asks no network for anything."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

from graph.drawing.network_scene import undated_text
from graph.drawing.scene_types.stage import StageScene
from graph.drawing.script_bundle import bundle, vis_network
from graph.drawing.stage_scene import stage_style
from graph.links.edge_bundles import EdgeBundle
from graph.model.facts import Facts
from ontology.labels.labels import name as word

STYLE = Path(__file__).with_name("web") / "page.css"
# The modules that open a page, by their function.
OPENERS = {
    "openPage": "exports/html/web/page.js",
    "openLargePage": "exports/html/web/large_page.js",
}


def stage_page(facts: Facts, bundles: Sequence[EdgeBundle], data: StageScene, language: str) -> str:
    """The whole file, to be written as UTF-8: the bundles that a stage shows, and its `data`."""
    return page_of(facts, bundles, stage_style(), "openPage", data, language)


def page_of(
    facts: Facts,
    bundles: Sequence[EdgeBundle],
    style: str,
    opener: str,
    data: Mapping[str, object],
    language: str,
) -> str:
    """A file with a heading of these bundles; the `opener` of a module draws the `data`."""
    title = escape(facts.dataset.title(language))
    return f"""<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>{style}{drawing_style()}</style>
</head>
<body>
<header><h1>{title}</h1><p>{escape(_subtitle(facts, bundles, language))}</p></header>
<main class="box"></main>
<script>{vis_network()}</script>
<script>{bundle(OPENERS[opener])}
{opener}({in_script(data)});</script>
</body>
</html>
"""


def drawing_style() -> str:
    """The style sheet of an exported page, without the styles of its content."""
    return STYLE.read_text(encoding="utf-8")


def in_script(value: object) -> str:
    """JSON that cannot end the script element around it."""
    text = json.dumps(value, ensure_ascii=False)
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _subtitle(facts: Facts, bundles: Sequence[EdgeBundle], language: str) -> str:
    years = sorted(bundle.year for bundle in bundles if bundle.year is not None)
    span = f"{years[0]}–{years[-1]}" if years else undated_text(language)
    count = len({id for bundle in bundles for id in bundle.statements})
    return f"{span} · {word('Statement', language)} {count} · {facts.dataset.licence}"
