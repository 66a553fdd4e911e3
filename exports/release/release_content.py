"""The input of a release, and the files of it that are written so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from exports.release.version import ReleaseName
from graph.model.facts import Facts


@dataclass(frozen=True)
class ReleaseContent:
    """The input of a release: the facts, their files by name, and the name of the release.

    `files` are the files written so far, by their paths in the release.
    """

    facts: Facts
    name: ReleaseName
    files: dict[str, bytes] = field(default_factory=dict)
