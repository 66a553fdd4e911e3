"""A store over Bolt that is closed while it answers."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import neo4j
import pytest

from graph.stores.neo4j.store import BoltStore, connect
from graph.stores.store import Limits, StoreUnreachable

LIMITS = Limits(seconds=30, rows=5)
ASKERS = 4
# A second of work for the server, which needs no memory.
SLOW = "UNWIND range(1, 2000) AS i UNWIND range(1, 1000) AS j RETURN sum((i * j) % 2) AS n"


class CountingDriver:
    """A driver that tells how often it was asked for a session."""

    def __init__(self, driver: neo4j.Driver) -> None:
        self._driver = driver
        self.sessions = threading.Semaphore(0)

    def session(self, **given: object) -> neo4j.Session:
        self.sessions.release()
        return self._driver.session(**given)

    def close(self) -> None:
        self._driver.close()


@pytest.fixture
def driver(neo4j) -> Iterator[CountingDriver]:
    with connect(neo4j.address, neo4j.user, neo4j.password) as driver:
        yield CountingDriver(driver)


def test_questions_that_are_being_answered_are_answered_when_the_store_is_closed(driver):
    """A driver that is closed says goodbye on each connection, and the answers would be lost."""
    store = BoltStore(driver, None, LIMITS)
    with ThreadPoolExecutor(ASKERS) as askers:
        asked = [askers.submit(store.ask, SLOW, {}) for _ in range(ASKERS)]
        for _ in asked:
            driver.sessions.acquire()
        store.close()
        assert [answer.result().rows for answer in asked] == [((500_000,),)] * ASKERS


def test_a_closed_store_says_that_it_is_closed(driver):
    store = BoltStore(driver, None, LIMITS)
    store.close()
    with pytest.raises(StoreUnreachable, match="closed"):
        store.ask("RETURN 1 AS x", {})
