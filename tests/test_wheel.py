"""An installed copy: a wheel, built and installed, runs away from the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from queries.catalogue import questions


@pytest.fixture(scope="module")
def installed(root, tmp_path_factory) -> Path:
    """The folder of an installed wheel; its requirements are those of this environment."""
    folder = tmp_path_factory.mktemp("wheel")
    python = [sys.executable, "-m"]
    for words in (
        ["hatchling", "build", "-t", "wheel", "-d", folder / "built"],
        ["pip", "install", "--quiet", "--no-deps", "--no-index", "--no-compile"]
        + ["--disable-pip-version-check", "--target", folder / "installed"]
        + ["--find-links", folder / "built", "learned-from"],
    ):
        result = subprocess.run([*python, *words], cwd=root, capture_output=True, text=True)
        assert result.returncode == 0, result.stderr
    return folder / "installed"


def run(installed: Path, cwd: Path, *words: str) -> str:
    """What the installed command prints in a folder of nobody's."""
    result = subprocess.run(
        [installed / "bin" / "learned-from", *words],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
    )
    assert result.returncode == 0, result.stderr
    return result.stdout


def test_an_installed_copy_finds_its_facts_questions_and_engine(installed, tmp_path):
    assert "No faults" in run(installed, tmp_path, "check", "--lang", "en")
    listed = run(installed, tmp_path, "ask", "--list", "--lang", "en")
    assert [line.split("\t")[0] for line in listed.splitlines()] == list(questions())
    asked = ["ask", "who_learned_from", "--store", "rdf", "--format", "csv"]
    assert "learned_from-" in run(installed, tmp_path, *asked)
    assert list(tmp_path.iterdir()) == []


def test_an_installed_copy_requires_what_the_checkout_requires(installed, root):
    (metadata,) = installed.glob("learned_from-*.dist-info/METADATA")
    lines = (root / "requirements.txt").read_text(encoding="utf-8").splitlines()
    names = {line.split(">")[0].split("=")[0] for line in lines if line and line[0] != "#"}
    required = metadata.read_text(encoding="utf-8").split("Requires-Dist: ")[1:]
    assert {entry.split(">")[0].split("=")[0].split("<")[0] for entry in required} == names
