"""Stores by address: `embedded`, `rdf`, or the address of a Neo4j server.

A store's module is imported when it is opened because its driver or engine takes long to load.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from graph.formats.sorted_elements import stream_of_parts
from graph.model.dataset import Dataset
from graph.model.facts import Facts
from graph.stores.neo4j.stored_datasets import check_stored_dataset, stored_datasets
from graph.stores.store import Limits, Store, UnknownStore

EMBEDDED_ADDRESS, RDF_ADDRESS = "embedded", "rdf"
SCHEMES = ("bolt://", "bolt+s://", "bolt+ssc://", "neo4j://", "neo4j+s://", "neo4j+ssc://")

Progress = Callable[[int, int], object]


class Login(NamedTuple):
    """A user's name and password at a server."""

    user: str
    password: str


# Gives the login: it is asked for only when a server wants it.
AskLogin = Callable[[], Login]


class StoreOpener(Protocol):
    """Opens a store with the facts; the parameters are those of `open_store`."""

    def __call__(
        self, facts: Facts, limits: Limits, progress: Progress, content_key: str, *, spare: bool
    ) -> Store: ...


@dataclass(frozen=True)
class LocalStore:
    """A store that this program starts: its language, `cypher` or `sparql`, and how it opens."""

    language: str
    open: StoreOpener


def _open_embedded(
    facts: Facts, limits: Limits, progress: Progress, content_key: str, *, spare: bool
) -> Store:
    from graph.stores.embedded.store import EmbeddedStore

    graph = stream_of_parts([facts], facts.dataset, facts.release)
    return EmbeddedStore.open(
        graph, limits, spare=spare, progress=progress, content_key=content_key
    )


def _open_rdf(
    facts: Facts, limits: Limits, progress: Progress, content_key: str, *, spare: bool
) -> Store:
    from graph.stores.sparql.store import SparqlStore

    return SparqlStore(facts, limits, spare=spare)


# By address. The app and the command line offer each of them.
LOCAL_STORES: Mapping[str, LocalStore] = {
    EMBEDDED_ADDRESS: LocalStore("cypher", _open_embedded),
    RDF_ADDRESS: LocalStore("sparql", _open_rdf),
}


@dataclass(frozen=True)
class OpenStore:
    """An open store, whether it speaks `cypher` or `sparql`, and whether it is a server.

    A local engine holds only the facts; a server may hold other datasets too.
    """

    store: Store
    language: str
    is_server: bool = False

    def check_dataset(self, dataset: Dataset) -> None:
        """Returns if the store holds this dataset; else raises DatasetMissing or OtherDataset."""
        if self.is_server:
            check_stored_dataset(stored_datasets(self.store), dataset)

    def other_datasets(self, dataset: Dataset) -> list[str]:
        """The names of the other datasets that the store holds."""
        datasets = stored_datasets(self.store) if self.is_server else {}
        return sorted(datasets.keys() - {dataset.name})


def open_store(
    address: str,
    facts: Facts,
    limits: Limits,
    ask_login: AskLogin,
    progress: Progress = lambda done, total: None,
    content_key: str = "",
    *,
    spare: bool = False,
) -> OpenStore:
    """The store at an address; raises UnknownStore or StoreUnreachable.

    `spare` is for a store with many readers: one engine more than are at work is ready. `progress`
    hears how many nodes and edges of how many are in a database that is being built. Facts that
    only they have the `content_key` of need not be compared with a database that was built of them.
    A local store holds the given facts; a server holds what was pushed to it.
    """
    known_address(address)
    if address in LOCAL_STORES:
        local = LOCAL_STORES[address]
        return OpenStore(
            local.open(facts, limits, progress, content_key, spare=spare), local.language
        )
    from graph.stores.neo4j.store import BoltStore

    login = ask_login()
    name = facts.dataset.name
    server = BoltStore.open(address, login.user, login.password, None, limits, dataset=name)
    return OpenStore(server, "cypher", is_server=True)


def known_address(address: str) -> None:
    """Returns if a store can have this address; else raises UnknownStore."""
    if address not in LOCAL_STORES and not address.startswith(SCHEMES):
        raise UnknownStore(address)
