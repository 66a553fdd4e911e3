"""The requirements of the package: hatchling reads requirements.txt when it builds a wheel."""

from __future__ import annotations

from pathlib import Path

from hatchling.metadata.plugin.interface import MetadataHookInterface

REQUIREMENTS = "requirements.txt"


class RequirementsHook(MetadataHookInterface):
    """Keeps one list of requirements, for a checkout and for an installed copy."""

    def update(self, metadata: dict[str, object]) -> None:
        """Adds the dependencies to the metadata of the project."""
        lines = Path(self.root, REQUIREMENTS).read_text(encoding="utf-8").splitlines()
        metadata["dependencies"] = [line for line in lines if line and not line.startswith("#")]
