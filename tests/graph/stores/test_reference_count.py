"""What several threads use is closed by the last of them, and never under another's hands."""

from __future__ import annotations

import threading

import pytest

from graph.stores.reference_count import CountedResource, ResourceClosed


class Thing:
    """It counts how often it is closed."""

    def __init__(self) -> None:
        self.closed = 0

    def close(self) -> None:
        self.closed += 1


def test_what_nobody_uses_is_closed_at_once_and_once():
    thing = Thing()
    shared = CountedResource(thing)
    with shared.acquire() as held:
        assert held is thing
    assert thing.closed == 0
    shared.close()
    shared.close()
    assert thing.closed == 1


def test_what_two_use_is_closed_when_the_second_has_done():
    thing = Thing()
    shared = CountedResource(thing)
    with shared.acquire():
        with shared.acquire():
            shared.close()
            shared.close()
        assert thing.closed == 0
    assert thing.closed == 1


def test_a_user_that_fails_is_a_user_no_more():
    thing = Thing()
    shared = CountedResource(thing)
    with pytest.raises(ZeroDivisionError), shared.acquire():
        shared.close()
        raise ZeroDivisionError
    assert thing.closed == 1


def test_what_is_closed_is_given_to_nobody_even_while_another_uses_it():
    shared = CountedResource(Thing())
    with shared.acquire():
        shared.close()
        with pytest.raises(ResourceClosed), shared.acquire():
            pass


def test_many_threads_leave_it_closed_once():
    thing = Thing()
    shared = CountedResource(thing)
    inside, done = threading.Barrier(9), threading.Event()

    def use() -> None:
        with shared.acquire():
            inside.wait()
            done.wait()
            assert thing.closed == 0

    users = [threading.Thread(target=use) for _ in range(8)]
    for user in users:
        user.start()
    inside.wait()
    shared.close()
    assert thing.closed == 0
    done.set()
    for user in users:
        user.join()
    assert thing.closed == 1
