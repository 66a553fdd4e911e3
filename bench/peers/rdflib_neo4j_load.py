"""Loads N-Triples into Neo4j by rdflib-neo4j, in batches of 5,000; prints the seconds.

Arguments: FILE ADDRESS USER PASSWORD. It loses language tags and named graphs.
"""

from __future__ import annotations

import sys
from time import perf_counter

from rdflib import Graph
from rdflib_neo4j import HANDLE_VOCAB_URI_STRATEGY, Neo4jStore, Neo4jStoreConfig


def main(file: str, address: str, user: str, password: str) -> None:
    auth = {"uri": address, "database": "neo4j", "user": user, "pwd": password}
    config = Neo4jStoreConfig(
        auth_data=auth,
        batching=True,
        batch_size=5000,
        handle_vocab_uri_strategy=HANDLE_VOCAB_URI_STRATEGY.IGNORE,
    )
    begun = perf_counter()
    graph = Graph(store=Neo4jStore(config=config))
    graph.parse(file, format="nt")
    graph.close(commit_pending_transaction=True)
    print(perf_counter() - begun)


if __name__ == "__main__":
    main(*sys.argv[1:])
