"""Mechanisms that a text names beside the same term elsewhere, on invented sentences."""

from __future__ import annotations

import pytest

from ontology.schema.kinds import Adoption

PASSAGE = "丙丁县也用上了“三盏灯一本账”"


@pytest.mark.parametrize(
    ("earlier", "codes"),
    [
        ("“三盏灯一本账”就是风筝传信制度", []),
        ("“三盏灯一本账”就是灯塔值班轮换", ["MECHANISM"]),
        ("风筝传信制度很好", ["MECHANISM"]),
    ],
)
def test_a_term_means_what_another_sentence_says(lint, earlier, codes):
    row = {"adopter": "b", "mechanism": "kites", "local_name": "“三盏灯一本账”"}
    assert lint(Adoption, f"{earlier}。{PASSAGE}。", PASSAGE, **row) == codes
