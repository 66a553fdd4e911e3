"""Links as rows of a table, for readers who prefer it to the picture."""

from __future__ import annotations

from app_pages.state.language import language, say
from graph.drawing.network_scene import undated_text
from graph.links.edge_bundles import EdgeBundle
from graph.model.facts import Facts
from graph.stores.store import Cell
from ontology.labels.labels import name as word


def link_row(facts: Facts, bundle: EdgeBundle) -> dict[str, Cell]:
    """A link with its ends, its year, its stance, and its statements and their sources."""
    page_language, ids = language(), bundle.statements
    sources = {facts.display_name(facts.statements[id].source, page_language) for id in ids}
    return {
        say("from_thing"): facts.display_name(bundle.start, page_language),
        say("relation"): word(bundle.type, page_language),
        say("to_thing"): facts.display_name(bundle.end, page_language),
        say("year"): str(bundle.year or undated_text(page_language)),
        word("stance", page_language): word(f"Stance.{bundle.stance}", page_language),
        say("statements"): sum(facts.statements[id].stance == bundle.stance for id in ids),
        say("other_stances"): sum(facts.statements[id].stance != bundle.stance for id in ids),
        word("Source", page_language): say("comma").join(sorted(sources)),
    }
