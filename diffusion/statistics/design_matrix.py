"""The table of a regression: an intercept and the scaled terms, and what can be estimated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from diffusion.study.panel import Array

INTERCEPT = "(Intercept)"
# Columns whose smallest part is below this share of the largest depend on each other; as in R.
RANK_TOLERANCE = 1e-11
# A share within this of 1 counts as 1.
SHARE_TOLERANCE = 1e-9
# A sum above this is not a rounding error.
ZERO_TOLERANCE = 1e-6


@dataclass(frozen=True)
class DesignMatrix:
    """Rows by columns: an intercept and the terms, each divided by its largest value.

    Otherwise a column of populations would swamp a column of shares, and the terms would look
    dependent. Estimates and errors of `table` divided by `sizes` are those of the terms; their p
    are the same.
    """

    names: tuple[str, ...]
    table: Array
    sizes: Array

    @property
    def independent(self) -> bool:
        """Whether no column is a linear combination of others."""
        return len(independent_columns(self.table)) == len(self.names)


def design_matrix(terms: Mapping[str, Array], rows: int) -> DesignMatrix:
    """The table of an intercept and these columns of finite numbers, each `rows` long."""
    table = np.column_stack([np.ones(rows), *terms.values()])
    sizes = column_sizes(table)
    return DesignMatrix((INTERCEPT, *terms), table / sizes, sizes)


def column_sizes(table: Array) -> Array:
    """The largest value of each column without its sign; 1 for a column of zeros."""
    sizes = np.abs(table).max(axis=0, initial=0.0)
    sizes[sizes == 0] = 1.0
    return np.asarray(sizes)


def dependent_terms(table: DesignMatrix) -> tuple[str, ...]:
    """The terms that are a linear combination of those before them."""
    chosen = set(independent_columns(table.table))
    return tuple(name for place, name in enumerate(table.names) if place not in chosen)


def independent_columns(table: Array) -> list[int]:
    """The places of the columns that are no linear combination of those before them.

    The one rule of rank for fits, halves and predictions; the columns must be scaled alike.
    """
    factor = np.linalg.qr(table).R  # small, with the same singular values
    smallest = max(RANK_TOLERANCE, max(table.shape) * float(np.finfo(np.float64).eps))
    if _has_full_rank(factor, smallest):
        return list(range(table.shape[1]))
    columns: list[int] = []
    for place in range(table.shape[1]):
        if _has_full_rank(factor[:, [*columns, place]], smallest):
            columns.append(place)
    return columns


def _has_full_rank(columns: Array, smallest: float) -> bool:
    parts = np.linalg.svd(columns, compute_uv=False)
    return len(parts) == columns.shape[1] and bool(parts[-1] > smallest * parts[0])


def terms_without_estimate(outcome: Array, table: DesignMatrix) -> tuple[str, ...]:
    """The terms without a finite likeliest estimate, because some sum of terms separates the rows.

    A sum separates the rows if it is nowhere below 0 where there is an event, nowhere above where
    there is none, and somewhere neither 0. The likelihood still depends on the rows that are 0 in
    every such sum; a term that these rows do not determine has no finite estimate. The columns must
    be independent.

    Source: Geyer (2009), Electronic Journal of Statistics 3, 259-289; Konis (2007).
    """
    signed = np.unique(table.table * (2 * outcome - 1)[:, None], axis=0)
    _, parts, directions = np.linalg.svd(_unseparated_rows(signed), full_matrices=False)
    row_space = directions[: int((parts > RANK_TOLERANCE * parts.max(initial=1.0)).sum())]
    shares = (row_space**2).sum(axis=0)
    return tuple(
        name for name, share in zip(table.names, shares, strict=True) if share < 1 - SHARE_TOLERANCE
    )


def _unseparated_rows(signed_table: Array) -> Array:
    """The rows that are 0 in every sum of the columns in which no row is below 0.

    The next sum may separate rows that one sum left; each leaves at least one dimension less.
    """
    from scipy.optimize import linprog

    while len(signed_table):
        sums = -signed_table.sum(axis=0)
        program = linprog(
            sums, A_ub=-signed_table, b_ub=np.zeros(len(signed_table)), bounds=(-1, 1)
        )
        is_separated = signed_table @ program.x > ZERO_TOLERANCE
        if not is_separated.any():
            break
        signed_table = signed_table[~is_separated]
    return signed_table
