"""A facts folder whose every name is an attack on whatever shows it."""

from __future__ import annotations

import csv
import shutil
from itertools import cycle
from pathlib import Path

# Each would show that it was read as more than text: by running, by fetching, or by its looks.
ATTACKS = (
    '<script>window.planted="script"</script>',
    '<img src="/planted.png" onerror="window.planted=1">',
    '"><svg onload="window.planted=1">',
    "' onmouseover='window.planted=1' x='",
    "[link](javascript:window.planted=1)",
    "![picture](http://planted.example/p.png)",
    "=cmd|'/C calc'!A0",
    "+1+1",
    "@SUM(A1:A9)",
    "$x^2$ $$y$$",
    ":material/rocket_launch: :smile: :red[red] :blue-background[b]",
    "[red]red[/red] [bold]",
    "# heading",
    "1. list",
    "a|b||c",
    "two\nlines",
    "*em* __strong__ ~~gone~~ `code`",
    "</script></style></title><b>b</b>",
    "{{7*7}} ${7*7} %s {0}",
)
# All that a heading would read as more than text, on one line.
TITLE = " ".join(attack.replace("\n", " ") for attack in ATTACKS if not attack.startswith("1."))
# How long the words of a text may be.
MAX_QUOTED = 40
# The columns that hold names and words of the text.
NAMES = ("name_zh", "name_en", "local_name", "rank", "when_written", "since_written")


def checked_name(file: str, key: str, row: dict[str, str]) -> bool:
    """Whether a check compares this name: a place's with its code list, a title with its hash."""
    return key == "name_zh" and (file == "place.csv" or row.get("extent") == "title")


def spoiled(folder: Path, to: Path) -> Path:
    """A copy of a facts folder in which every name begins with an attack."""
    shutil.copytree(folder, to)
    attacks = cycle(ATTACKS)
    for path in to.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        for row in rows:
            for key in NAMES:
                if checked_name(path.name, key, row):
                    continue
                spoilt = f"{next(attacks)} {row.get(key)}"
                if row.get(key) and (key.startswith("name_") or len(spoilt) <= MAX_QUOTED):
                    row[key] = spoilt
        with path.open("w", encoding="utf-8", newline="") as file:
            table = csv.DictWriter(file, list(rows[0]))
            table.writeheader()
            table.writerows(rows)
    settings = (to / "dataset.toml").read_text(encoding="utf-8").splitlines()
    kept = [line for line in settings if not line.startswith("title_")]
    titles = [f"title_{language} = '''{TITLE}'''" for language in ("zh", "en")]
    (to / "dataset.toml").write_text("\n".join([*titles, *kept]), encoding="utf-8")
    return to
