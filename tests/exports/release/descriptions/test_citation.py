"""CITATION.cff of a release and of the software, by the schema of Citation File Format 1.2.0."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

VALIDATOR = [sys.executable, "-m", "check_jsonschema", "--force-filetype", "yaml"]
VALIDATOR += ["--builtin-schema", "vendor.citation-file-format"]


@pytest.mark.parametrize("of_release", [True, False], ids=["release", "software"])
def test_the_citation_is_valid(of_release, release_folder, root, tmp_path):
    path = (release_folder if of_release else root) / "CITATION.cff"
    assert validation(path).returncode == 0
    wrong = tmp_path / "CITATION.cff"
    wrong.write_text(path.read_text(encoding="utf-8").replace("title:", "titel:"), encoding="utf-8")
    assert "titel" in validation(wrong).stdout


def validation(path: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*VALIDATOR, str(path)], capture_output=True, text=True, check=False)
