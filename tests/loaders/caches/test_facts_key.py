"""The key of facts changes with their content, their release and the code that reads them."""

from __future__ import annotations

from pathlib import Path

from loaders.caches.facts_key import GRAPH, READING_CODE, facts_key


def test_the_key_follows_content_release_and_code(small_folder: Path, tmp_path: Path) -> None:
    table = tmp_path / "place.csv"
    table.write_bytes((small_folder / "place.csv").read_bytes())
    first = facts_key([tmp_path], None, READING_CODE)
    assert facts_key([tmp_path], None, READING_CODE) == first
    others = {facts_key([tmp_path], "1.0.0", READING_CODE), facts_key([tmp_path], None, GRAPH)}
    table.write_bytes(table.read_bytes() + b"\n")
    others.add(facts_key([tmp_path], None, READING_CODE))
    assert len(others | {first}) == 4
