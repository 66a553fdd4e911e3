"""All benchmarks of one run, as Markdown: `make bench`, or python -m bench [STATEMENTS].

Each is side by side with its peers on the same facts and tells ratios; absolute times are of the
machine named at the top.
"""

from __future__ import annotations

import sys
from pathlib import Path

from bench import checked, files, learning_tree, netinf, pages, push, questions, rdf
from bench.clock import cost, machine
from bench.scaled import scaled
from graph.model.facts import Facts
from graph.model.property_graph import property_graph
from graph.stores.embedded.store import EmbeddedStore
from graph.stores.sparql.store import SparqlStore
from loaders.facts.facts_folder import read_facts

REAL = Path("facts")
STATEMENTS, FEW, ROWS = 100_000, 5_000, 70_000


def main(count: int = STATEMENTS) -> None:
    """Prints every table."""
    real = read_facts(REAL)
    made, few = scaled(real, count), scaled(real, FEW)
    print(f"{machine()}\n\n{len(made.statements):,} statements, {len(made.things):,} things\n")
    print(checked.report(scaled(real, count * ROWS // STATEMENTS), REAL), flush=True)
    print(files.report(made), flush=True)
    print(rdf.report(made, few), flush=True)
    print(push.report(made, few), flush=True)
    print(pages.report(made, REAL), flush=True)
    _questions(made)
    netinf.main()
    print()
    learning_tree.main()


def _questions(made: Facts) -> None:
    cypher, built = cost(lambda: EmbeddedStore.open(property_graph(made), questions.LIMITS))
    sparql, loaded = cost(lambda: SparqlStore(made, questions.LIMITS))
    print(f"embedded store open after {built.wall:.0f} s, RDF store after {loaded.wall:.0f} s\n")
    stores = {"embedded": (cypher, "cypher"), "SPARQL": (sparql, "sparql")}
    print(questions.report(stores), flush=True)
    cypher.close()
    sparql.close()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
