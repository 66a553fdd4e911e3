"""The stores behind a server: each opened when it is first asked, and all closed at the end."""

from __future__ import annotations

import threading
from collections.abc import Callable

from graph.model.facts import Facts
from graph.stores.open import EMBEDDED_ADDRESS, RDF_ADDRESS, AskLogin, OpenStore, open_store
from graph.stores.store import Limits

BY_LANGUAGE = {"cypher": EMBEDDED_ADDRESS, "sparql": RDF_ADDRESS}


class OpenStores:
    """Stores of one dataset by their addresses; safe to use from several threads.

    `address` is the store that questions go to. Queries in the other language go to the store
    that this program starts for it.
    """

    def __init__(self, facts: Facts, address: str, limits: Limits, ask_login: AskLogin) -> None:
        self._address = address
        self._open: Callable[[str], OpenStore] = lambda address: open_store(
            address, facts, limits, ask_login
        )
        self._turn = threading.Lock()
        self._opened: dict[str, OpenStore] = {}

    def for_questions(self) -> OpenStore:
        """The store that questions go to; raises StoreError if it does not open."""
        return self._store(self._address)

    def for_language(self, language: str) -> OpenStore:
        """A store that speaks `cypher` or `sparql`; raises StoreError if it does not open."""
        store_language = (
            "sparql" if self._address == RDF_ADDRESS else "cypher"
        )  # a server speaks Cypher
        return self._store(self._address if language == store_language else BY_LANGUAGE[language])

    def close(self) -> None:
        """Closes every store that was opened."""
        with self._turn:
            for open_store in self._opened.values():
                open_store.store.close()
            self._opened.clear()

    def _store(self, address: str) -> OpenStore:
        with self._turn:
            if address not in self._opened:
                self._opened[address] = self._open(address)
            return self._opened[address]
