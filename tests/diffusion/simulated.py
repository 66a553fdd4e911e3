"""Panels with a known truth: units at risk in each period until their event."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from scipy.special import expit

from diffusion.study.study import PanelTable

HEADER = ("state", "year", "wealth", "noise", "event")


def panel(
    seed: int, units: int = 40, periods: int = 12, wealth: float = 1.0, start: float = -2.5
) -> list[tuple[str, ...]]:
    """Rows of HEADER. The chance is logit(start + wealth x), and noise has no part in it."""
    generator = np.random.default_rng(seed)
    rows: list[tuple[str, ...]] = []
    for unit in range(units):
        for period in range(periods):
            x, noise = generator.normal(size=2)
            event = generator.random() < expit(start + wealth * x)
            cells = (f"u{unit:03}", str(1990 + period), f"{x:.9f}", f"{noise:.9f}")
            rows.append((*cells, str(int(event))))
            if event:
                break
    return rows


def table(rows: list[tuple[str, ...]], header: tuple[str, ...] = HEADER) -> PanelTable:
    """The rows as a panel of states and years."""
    columns = zip(*rows, strict=True)
    cells = dict(zip(header, columns, strict=True))
    policy = "policy" if "policy" in header else ""
    return PanelTable("state", "year", policy, cells, tuple(range(2, len(rows) + 2)))


def write(path: Path, rows: list[tuple[str, ...]], header: tuple[str, ...] = HEADER) -> Path:
    """The rows as a file."""
    lines = [",".join(header), *(",".join(row) for row in rows)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
