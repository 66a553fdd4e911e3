"""Garbage collection is put off within, and as it was after."""

from __future__ import annotations

import gc

import pytest

from graph.model.gc_pause import without_garbage_collection


def test_the_collector_rests_within_and_runs_after():
    with without_garbage_collection():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_an_error_within_leaves_the_collector_running():
    with pytest.raises(ValueError, match="within"), without_garbage_collection():
        raise ValueError("within")
    assert gc.isenabled()


def test_who_had_switched_it_off_finds_it_off():
    gc.disable()
    try:
        with without_garbage_collection():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
