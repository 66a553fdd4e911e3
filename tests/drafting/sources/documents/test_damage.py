"""Damaged letters are seen, and whole texts are left in peace."""

from __future__ import annotations

import pytest

from drafting.sources.documents.damage import DamageKind, damage_counts, damages
from tests.drafting.sources.made_up_documents import ARTICLE, SECOND_SENTENCES, TRADITIONAL


@pytest.mark.parametrize(
    "text",
    [
        *ARTICLE,
        TRADITIONAL,
        "Le café à Besançon où naïveté “été” – «ÀÉÈ»",
        "是吗?是(shì)的。是吗?(笑) x?y)",
        "Ελληνικά, кириллица, 日本語のテキスト、한국어",
    ],
)
def test_a_whole_text_has_no_damage(text):
    assert damages(text) == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("前\ufffd\ufffd后", DamageKind.REPLACED),
        ("前锟斤拷后", DamageKind.MISREAD),
        ("镇".encode().decode("latin-1") + "江", DamageKind.CONTROL),
        (SECOND_SENTENCES.encode("gbk").decode("latin-1"), DamageKind.MISREAD),
        ("新闻网站".encode().decode("gb18030", "ignore"), DamageKind.MISREAD),
        ("‘été’".encode().decode("cp1252"), DamageKind.MISREAD),
        ("Un Ã©tÃ© froid", DamageKind.MISREAD),
        ("前\ue123后", DamageKind.PRIVATE_USE),
        ("前\x07后", DamageKind.CONTROL),
        ("前(qián)?cè)后", DamageKind.BROKEN_PINYIN),
    ],
)
def test_damage_is_seen_with_its_kind(text, kind):
    assert kind in damage_counts(damages(text))


def test_the_place_of_damage_is_told():
    (damage,) = damages("一二三\ufffd\ufffd四")
    assert (damage.start, damage.end) == (3, 5)
