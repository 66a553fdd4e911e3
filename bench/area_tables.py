"""A table for each area, as Markdown: python -m bench areas [STATEMENTS].

Each is side by side with its peers on the same facts and tells ratios; absolute times are of the
machine named at the top.
"""

from __future__ import annotations

from pathlib import Path

from bench import check_command
from bench.browser import pages
from bench.cost import cost, machine
from bench.exports import import_files, rdf, site
from bench.measures import learning_tree, netinf
from bench.scaled_facts import scale_facts
from bench.stores import push, questions, search
from graph.model.facts import Facts
from graph.model.property_graph import property_graph
from graph.stores.embedded.store import EmbeddedStore
from graph.stores.sparql.store import SparqlStore
from graph.stores.store import Store
from loaders.facts.facts_folder import read_facts

REAL = Path("facts")
STATEMENTS, PEER_STATEMENTS, ROWS = 100_000, 5_000, 70_000


def main(count: int = STATEMENTS) -> None:
    """Prints every table."""
    real = read_facts(REAL)
    facts, few = scale_facts(real, count), scale_facts(real, PEER_STATEMENTS)
    size = f"{len(facts.statements):,} statements, {len(facts.things):,} things"
    print(f"{machine()}\n\n{size}\n")
    check_facts = scale_facts(real, count * ROWS // STATEMENTS)
    print(check_command.report(check_facts, REAL), flush=True)
    print(import_files.report(facts), flush=True)
    print(rdf.report(facts, few), flush=True)
    print(push.report(facts, few), flush=True)
    print(search.report(facts), flush=True)
    print(pages.report(facts, REAL), flush=True)
    print(site.report(real, REAL), flush=True)
    _questions(facts)
    netinf.main()
    print()
    learning_tree.main()


def _questions(facts: Facts) -> None:
    cypher, built = cost(lambda: EmbeddedStore.open(property_graph(facts), questions.LIMITS))
    sparql, loaded = cost(lambda: SparqlStore(facts, questions.LIMITS))
    print(f"embedded store open after {built.wall:.0f} s, RDF store after {loaded.wall:.0f} s\n")
    stores: dict[str, tuple[Store, str]] = {
        "embedded": (cypher, "cypher"),
        "SPARQL": (sparql, "sparql"),
    }
    print(questions.report(stores), flush=True)
    cypher.close()
    sparql.close()
