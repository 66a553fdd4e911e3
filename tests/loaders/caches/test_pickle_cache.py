"""Files of an earlier process: plain values and allowed classes, the newest of them."""

from __future__ import annotations

import pickle
from datetime import date
from pathlib import Path

import pytest

from loaders.caches.pickle_cache import FILE_LIMIT, PickleCache, digest_key

DAY = date(2026, 11, 29)


@pytest.fixture
def cache(tmp_path: Path) -> PickleCache:
    """A cache that may hold days."""
    return PickleCache(
        tmp_path / "cache", ".days", lambda module, name: (module, name) == ("datetime", "date")
    )


def test_value_is_read_again(cache: PickleCache) -> None:
    assert cache.load("a") is None
    cache.save("a", {"day": DAY, "counts": [1, 2.5, "x"]})
    assert cache.load("a") == {"day": DAY, "counts": [1, 2.5, "x"]}


@pytest.mark.parametrize("content", [b"", b"no pickle", pickle.dumps(Path("x"))[:-1]])
def test_damaged_file_has_no_value(cache: PickleCache, content: bytes) -> None:
    cache.save("a", DAY)
    (file,) = cache.folder.iterdir()
    file.write_bytes(content)
    assert cache.load("a") is None


def test_file_with_another_class_has_no_value(cache: PickleCache) -> None:
    cache.save("a", [DAY, Path("x")])
    assert len(list(cache.folder.iterdir())) == 1
    assert cache.load("a") is None


def test_folder_that_cannot_be_made_changes_nothing(cache: PickleCache) -> None:
    cache.folder.write_text("")
    cache.save("a", DAY)
    assert cache.load("a") is None


def test_only_the_newest_files_stay(cache: PickleCache) -> None:
    for number in range(FILE_LIMIT + 2):
        cache.save(str(number), number)
    assert len(list(cache.folder.iterdir())) == FILE_LIMIT
    assert cache.load(str(FILE_LIMIT + 1)) == FILE_LIMIT + 1


def test_key_changes_with_values_and_code(tmp_path: Path) -> None:
    code = tmp_path / "code.py"
    code.write_text("x = 1")
    first = digest_key("a", 1, code=[code])
    assert digest_key("a", 1, code=[code]) == first
    assert digest_key("a", 2, code=[code]) != first
    code.write_text("x = 12")
    assert digest_key("a", 1, code=[code]) != first
