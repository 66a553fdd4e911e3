"""The form of findings/: each script is listed, stands alone and says what it is about."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[1] / "findings"
NAMESPACES = (
    r"www\.w3\.org|example\.org|graphml\.graphdrawing\.org|(?:www\.)?gexf\.net|maven\.apache\.org"
    r"|datapackage\.org|purl\.org/net/xbiblio/csl|w3id\.org/linkml|semweb\.mmlab\.be/ns|w3id\.org/(?:semapv|sssom|ro)/"
)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.sh")), ids=lambda path: path.stem)
def test_a_finding_says_what_it_is_and_names_no_host(path):
    text = path.read_text(encoding="utf-8")
    assert f"`{path.name}`" in (FOLDER / "README.md").read_text(encoding="utf-8")
    for part in ("Version", "Expected", "Seen", "Why it matters", "What to do"):
        assert f"# {part}: " in text
    assert "mktemp -d" in text
    assert "trap " in text
    assert not re.search(rf"https?://(?!{NAMESPACES})", text)


def test_the_list_names_no_finding_that_is_not_there():
    listed = re.findall(r"`(\w+\.sh)`", (FOLDER / "README.md").read_text(encoding="utf-8"))
    assert sorted(listed) == sorted(path.name for path in FOLDER.glob("*.sh"))
