"""Mechanisms by name and by the letters they share."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.recognition.mechanisms import MechanismLexicon, mechanism_lexicon
from drafting.recognition.quoted_names import quoted_names
from loaders.facts.facts_folder import read_facts
from ontology.schema.kinds import Adoption, Mechanism

LEXICON = MechanismLexicon(
    {
        "kites": frozenset({"风筝传信制度", "风筝信"}),
        "lamps": frozenset({"灯塔值班", "值班"}),
        "watch": frozenset({"值班"}),
    }
)


def test_the_longest_name_is_taken_and_a_shared_name_has_all_codes():
    mentions = LEXICON.mentions("推行灯塔值班，加强值班")
    assert [mention.codes for mention in mentions] == [("lamps",), ("lamps", "watch")]


def test_the_nearest_mechanism_shares_rare_letters():
    (first, share), *_ = LEXICON.nearest("用风筝来传信")
    assert first == "kites"
    assert 0 < share < 1
    assert LEXICON.nearest("，。") == ()


def test_words_around_a_phrase_tell_which_of_two_mechanisms_is_nearer():
    lexicon = MechanismLexicon({"a": frozenset({"云朵管理"}), "b": frozenset({"雨滴管理"})})
    assert lexicon.nearest("统一管理", context="对雨滴统一管理")[0][0] == "b"
    assert lexicon.nearest("统一管理", context="对云朵统一管理")[0][0] == "a"


@given(st.text(alphabet="风筝传信制度灯塔值班的，", max_size=30))
def test_mentions_stand_at_their_spans_and_shares_are_ordered(text):
    mentions = LEXICON.mentions(text)
    assert all(text[m.start : m.end] == m.words for m in mentions)
    assert all(a.end <= b.start for a, b in zip(mentions, mentions[1:], strict=False))
    shares = [share for _, share in LEXICON.nearest(text)]
    assert shares == sorted(shares, reverse=True)
    assert all(0 < share <= 1.000001 for share in shares)


@pytest.fixture(scope="module")
def facts(root):
    return read_facts(root / "facts")


def test_each_mechanism_is_nearest_to_its_own_name(facts):
    lexicon = mechanism_lexicon(facts)
    for mechanism in facts.things_of(Mechanism):
        if name := mechanism.name_zh:
            assert lexicon.nearest(name)[0][1] == pytest.approx(1), name


def test_a_lexicon_without_a_source_does_not_know_what_only_it_has(facts):
    for source in {adoption.source for adoption in facts.statements_of(Adoption)}:
        rows = facts.statements_of(Adoption)
        elsewhere = {row.mechanism for row in rows if row.source != source}
        assert set(mechanism_lexicon(facts, source).names) == elsewhere


def test_quoted_names_and_what_they_are():
    text = "学习“三盏灯”模式，他说“灯很亮，真好。”"
    (name,) = quoted_names(text)
    assert (name.name, name.head, text[name.start : name.end]) == (
        "三盏灯",
        "模式",
        "“三盏灯”模式",
    )


def test_words_describe_a_mechanism_without_a_letter_of_its_name():
    lexicon = MechanismLexicon({"experts": frozenset({"专家下沉"}), "kites": frozenset({"云朵"})})
    assert lexicon.nearest("长期坐镇") == ()
    ((inside, share),) = lexicon.nearest("长期坐镇", context="长期坐镇")
    ((around, less),) = lexicon.nearest("长期", context="长期坐镇")
    assert inside == around == "experts"
    assert share > less > 0
