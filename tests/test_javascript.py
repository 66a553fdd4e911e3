"""The unit tests of JavaScript, run by node; `make lint` checks its types and its style."""

from __future__ import annotations

import shutil
import subprocess

import pytest


def test_the_unit_tests_of_javascript_pass(root):
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed: the tests of JavaScript need it, the app does not")
    files = sorted(map(str, (root / "tests").rglob("*.test.js")))
    assert files
    result = subprocess.run([node, "--test", *files], cwd=root, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout
