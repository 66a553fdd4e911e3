"""What regressions on exposure refuse."""

from __future__ import annotations

from itertools import pairwise

import pytest

from diffusion.study.errors import BadOption
from diffusion.study.study import NumericInterval, Study, StudyNode, Tie
from tests.diffusion.published import result

NAMES = "abcdefghijkl"


def row_of_twelve(periods: list[int]) -> Study:
    """Twelve nodes, each in contact with the next, and the periods in which they adopt."""
    adoptions = {name: NumericInterval(at, at) for name, at in zip(NAMES, periods, strict=True)}
    nodes = {name: StudyNode(name, values={"size": str(at)}) for at, name in enumerate(NAMES)}
    contacts = tuple(Tie(first, second) for first, second in pairwise(NAMES))
    return Study(nodes, {"it": adoptions}, contacts=contacts)


def test_where_all_adopt_at_once_nobody_is_at_risk():
    refused = result("lagged_exposure", row_of_twelve([2010] * 12))
    assert not refused.rows
    assert refused.refusal is not None
    assert "no unit is at risk" in refused.refusal.text("en")


def test_more_terms_than_rows_are_refused_with_both_numbers():
    study = row_of_twelve([2010] * 10 + [2011] * 2)
    with pytest.raises(BadOption, match="size,size\\^2,size\\^3 .* → 3 ≤ 1"):
        result("lagged_exposure", study, covariates="size,size^2,size^3")
