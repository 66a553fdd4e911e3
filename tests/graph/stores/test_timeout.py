"""Work is waited for so long and no longer; whatever error it raises reaches who asked."""

from __future__ import annotations

import threading

import pytest

from graph.stores.store import QueryRefused
from graph.stores.timeout import DeadlinePassed, run_within


def test_what_the_work_gives_is_given_even_if_it_is_nothing():
    assert run_within(5, lambda: 7) == 7
    assert run_within(5, lambda: None) is None


@pytest.mark.parametrize("error", [QueryRefused("no"), BufferError("ours"), TimeoutError("its")])
def test_an_error_of_any_sort_is_the_askers_and_not_a_late_answer(error):
    def work():
        raise error

    with pytest.raises(type(error)) as raised:
        run_within(5, work)
    assert raised.value is error


@pytest.mark.parametrize("seconds", [0.05, -1])
def test_work_that_takes_longer_is_not_waited_for(seconds):
    gate = threading.Event()
    with pytest.raises(DeadlinePassed):
        run_within(seconds, gate.wait)
    gate.set()
