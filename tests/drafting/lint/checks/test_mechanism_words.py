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


@pytest.mark.parametrize(
    ("title", "passage", "codes"),
    [
        ("风筝传信制度何以流动", "丙丁县2023年建成", []),
        ("灯塔何以流动", "丙丁县2023年建成", ["MECHANISM"]),
        ("风筝传信制度何以流动", "丙丁县2023年建成灯塔值班轮换", ["MECHANISM"]),
    ],
)
def test_what_the_title_is_about_need_not_be_named_again(lint, title, passage, codes):
    raw = f"{title}\n{passage}。"
    assert lint(Adoption, raw, passage, adopter="b", mechanism="kites") == codes


@pytest.mark.parametrize(("mechanism", "codes"), [("surplus", []), ("night", ["MECHANISM"])])
def test_a_mechanism_with_a_letter_in_common_is_not_the_one_named(lint, mechanism, codes):
    raw = "丙丁县的灯塔夜里值得看，推行结余留用。"
    assert lint(Adoption, raw, raw[:-1], adopter="b", mechanism=mechanism) == codes
