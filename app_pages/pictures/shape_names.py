"""What the shapes of a picture on the page are called, for those who reach them by keyboard."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape

from graph.drawing.network_scene import link_title
from graph.links.edge_bundle_index import EdgeBundleIndex
from graph.model.facts import Facts
from ontology.schema.value_types import CODE_SEPARATOR
from texts.tables import APP

# The ids that a picture on the page names.
PICK_ATTRIBUTE = re.compile('data-pick="([^"]+)"')


def names_of_shapes(
    facts: Facts, index: EdgeBundleIndex, svg: str, language: str
) -> dict[str, str]:
    """The name of each thing and the words of each bundle in a picture in SVG, by id."""
    ids = dict.fromkeys(map(unescape, PICK_ATTRIBUTE.findall(svg)))
    bundles = index.by_id
    return {
        id: link_title(facts, bundles[id], language)
        if id in bundles
        else _names(facts, id.split(CODE_SEPARATOR), language)
        for id in ids
    }


def _names(facts: Facts, codes: Sequence[str], language: str) -> str:
    """The names of the things of a shape: a dot of a map may have several."""
    return APP.say("comma", language).join(facts.display_name(code, language) for code in codes)
