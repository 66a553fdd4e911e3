"""A draft keeps its id and comes back from its file."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.drafts.draft import Band, Draft, draft_span, filled_cells
from drafting.drafts.draft_file import BadDraftFile, read_drafts, write_drafts

RAW = "虚构县学习想象市的做法。"
SPANS = st.integers(0, 5).flatmap(lambda start: st.just(draft_span(RAW, start, start + 3)))
WORDS = st.text(max_size=5)
DRAFTS = st.builds(
    Draft,
    kind=st.sampled_from(["learned_from", "adoption"]),
    source=st.just("made-up"),
    cells=st.dictionaries(WORDS, WORDS, max_size=3).map(filled_cells),
    spans=st.lists(SPANS, min_size=1, max_size=2).map(tuple),
    band=st.sampled_from(Band),
    drafted_by=WORDS,
    candidates=st.dictionaries(WORDS, st.lists(WORDS, max_size=2).map(tuple), max_size=2).map(
        lambda values: tuple(sorted(values.items()))
    ),
    findings=st.lists(WORDS, max_size=2).map(tuple),
)


@given(st.lists(DRAFTS, max_size=4, unique_by=lambda draft: draft.id))
def test_drafts_come_back_whatever_their_order(tmp_path_factory, drafts):
    path = tmp_path_factory.mktemp("drafts") / "made-up.jsonl"
    write_drafts(path, drafts)
    written = path.read_bytes()
    assert set(read_drafts(path)) == set(drafts)
    write_drafts(path, reversed(drafts))
    assert path.read_bytes() == written


@given(DRAFTS)
def test_the_id_is_of_what_is_proposed_not_of_who_proposes(draft):
    assert replace(draft, drafted_by="other", band=Band.GUESS, findings=()).id == draft.id
    assert replace(draft, kind="borders").id != draft.id


@pytest.mark.parametrize("line", ["{", "[]", "null", '{"kind": "a"}', "\xff", "[" * 100_000])
def test_all_faulty_lines_are_told_at_once(tmp_path, line):
    path = tmp_path / "made-up.jsonl"
    path.write_bytes(f"{line}\n\n{line}\n".encode("latin-1"))
    with pytest.raises(BadDraftFile) as error:
        read_drafts(path)
    assert [number for number, _ in error.value.faults] == [1, 3]


def test_a_draft_changed_by_hand_is_refused(tmp_path):
    path = tmp_path / "made-up.jsonl"
    span = draft_span(RAW, 0, 3)
    draft = Draft("adoption", "made-up", (("adopter", "x"),), (span,), Band.SURE, "rules 1")
    write_drafts(path, [draft])
    content = json.loads(path.read_text())
    content["cells"]["adopter"] = "y"
    path.write_text(json.dumps(content))
    with pytest.raises(BadDraftFile, match="id"):
        read_drafts(path)
