"""The version and day of a release; both are arguments and never come from the clock."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from exports.export_file import ExportError

# 1.4.0 and 2.0.0-rc.1 by semver.org (the last number may be left out); 2026.1 and 2026.09.2 by
# calver.org.
SEMANTIC = re.compile(
    r"(0|[1-9][0-9]{0,5})(\.(0|[1-9][0-9]{0,5})){1,2}(-[0-9A-Za-z]+(\.[0-9A-Za-z]+)*)?"
)
CALENDAR = re.compile(r"[1-9][0-9]{3}\.[0-9]{1,2}(\.[0-9]{1,3})?")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class BadVersion(ExportError):
    """A text that is no version, or no day; `word` says which."""

    def __init__(self, word: str, text: str) -> None:
        self.word, self.text = word, text
        super().__init__(f"no {word}: {text}")


@dataclass(frozen=True)
class ReleaseName:
    """The name of a dataset, the version of a release and its day: `china-health`, `2026.1`."""

    dataset: str
    version: str
    day: date

    @property
    def folder(self) -> str:
        """The folder that holds the release: `china-health-2026.1`."""
        return f"{self.dataset}-{self.version}"


def release_name(dataset: str, version: str, day: str) -> ReleaseName:
    """The name of a release from text; raises BadVersion."""
    if not (SEMANTIC.fullmatch(version) or CALENDAR.fullmatch(version)):
        raise BadVersion("version", version)
    try:
        if DAY.fullmatch(day):
            return ReleaseName(dataset, version, date.fromisoformat(day))
    except ValueError:
        pass  # such as month 13
    raise BadVersion("day", day)
