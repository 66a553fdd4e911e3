"""What the first page of a new process loads: each large package is a second of the first visit."""

from __future__ import annotations

import subprocess
import sys

# The first page of the app in a new process, and which of these it loads.
FIRST_VISIT = """
import sys
from streamlit.testing.v1 import AppTest
page = AppTest.from_file(sys.argv[1], default_timeout=300).run()
print(*{"altair", "pandas", "pyarrow", "pypdf", "pyvis", "rich"} & set(sys.modules))
assert not page.exception and page.metric, page.exception
"""


def test_the_first_page_loads_no_large_package(root):
    process = subprocess.run(
        [sys.executable, "-c", FIRST_VISIT, str(root / "app.py")],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert process.returncode == 0, process.stderr
    assert process.stdout.split() == []
