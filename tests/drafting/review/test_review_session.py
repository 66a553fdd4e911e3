"""A named curator decides on drafts: what is refused, what lasts, and what is opened again."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from drafting.decisions.review_error import ActionRefused, NotConfirmed, ReviewError, RowBlocked
from drafting.drafts.draft import Draft, filled_cells
from drafting.drafts.draft_file import draft_path, read_drafts, write_drafts
from ontology.schema.kinds import Borders
from tests.drafting.made_up_review import ALDER, BIRCH, RAW, SOURCE, adoption, source_draft

TEXT = source_draft().id


def states(session) -> dict[str, str]:
    return {card.draft.id: card.state for card in session.cards}


def test_the_queue_has_sources_first_and_then_the_order_of_the_text(review):
    session = review("Ada")
    assert [card.draft.id for card in session.cards] == [TEXT, ALDER.id, BIRCH.id]
    assert {card.state for card in session.cards} == {""}


def test_nobody_decides_without_a_name(review):
    with pytest.raises(ActionRefused) as refused:
        review("  ")
    assert "name" in refused.value.text("en") and "署名" in refused.value.text("zh")


def test_a_statement_waits_for_its_source(review):
    session = review("Ada")
    with pytest.raises(RowBlocked) as blocked:
        session.accept(ALDER.id)
    assert SOURCE in blocked.value.text("zh") and SOURCE in blocked.value.text("en")
    session.accept(TEXT)
    session.accept(ALDER.id)
    assert states(session)[ALDER.id] == "accepted"
    assert states(review("Ada")) == states(session)


def test_every_fault_of_a_row_is_told_at_once(review):
    session = review("Ada")
    session.accept(TEXT)
    cells = {"adopter": "nowhere", "mechanism": "new:虚构机制", "since": "soon"}
    with pytest.raises(RowBlocked) as blocked:
        session.edit(ALDER.id, cells)
    fields = {doubt.field for doubt in blocked.value.doubts}
    assert fields == {"since", "mechanism", "stance"}
    with pytest.raises(RowBlocked) as blocked:
        session.edit(ALDER.id, dict(ALDER.cells) | {"adopter": "nowhere", "no-column": "x"})
    assert "no-column" in blocked.value.text("en")


def test_a_new_thing_is_accepted_before_what_speaks_of_it(review):
    session = review("Ada")
    session.accept(TEXT)
    cells = dict(ALDER.cells) | {"mechanism": "new:虚构机制"}
    with pytest.raises(RowBlocked):
        session.edit(ALDER.id, cells)
    names = {"code": "made-up", "name_zh": "虚构机制", "name_en": "Made-up mechanism"}
    session.add(replace(BIRCH, kind="mechanism", cells=filled_cells(names), drafted_by="hand"))
    session.edit(ALDER.id, cells)
    assert session.card(ALDER.id).decision.row.cell("mechanism") == "new:虚构机制"


def test_undoing_takes_back_the_curators_own_last_decision(review):
    session = review("Ada")
    session.accept(TEXT)
    session.reject(BIRCH.id, "duplicate")
    review("Bela").accept(ALDER.id)
    session.refresh()
    assert session.undo().draft.id == BIRCH.id
    assert states(session) == {TEXT: "accepted", ALDER.id: "accepted", BIRCH.id: ""}
    session.undo()
    assert session.undo() is None and states(session)[TEXT] == ""


def test_two_curators_do_not_decide_on_one_draft_unseen(review):
    ada, bela = review("Ada"), review("Bela")
    ada.postpone(BIRCH.id)
    with pytest.raises(ActionRefused, match="Ada"):
        bela.reject(BIRCH.id, "not_stated")
    bela.reject(BIRCH.id, "not_stated")
    assert states(review("Ada"))[BIRCH.id] == "rejected"


def test_who_accepted_a_row_is_not_its_second_reader(review):
    ada = review("Ada")
    ada.accept(TEXT)
    assert ada.second_queue == ()
    with pytest.raises(ActionRefused, match="another person"):
        ada.accept(TEXT)
    bela = review("Bela")
    assert [card.draft.id for card in bela.second_queue] == [TEXT]
    assert bela.accept(TEXT).is_second_reading
    assert bela.second_queue == review("Cleo").second_queue == ()
    bela.undo()
    assert states(bela)[TEXT] == "accepted" and bela.second_queue


def test_a_changed_text_opens_what_rests_on_the_change_and_only_that(review, review_copies):
    session = review("Ada")
    for id in (TEXT, ALDER.id, BIRCH.id):
        session.accept(id)
    (review_copies / f"{SOURCE}.txt").write_text(
        RAW.replace("乙城市也", "乙城市已"), encoding="utf-8"
    )
    assert states(review("Ada")) == {
        TEXT: "accepted",
        ALDER.id: "accepted",
        BIRCH.id: "reopened",
    }


def test_new_rules_open_what_they_no_longer_propose_and_only_that(review, review_folder):
    session = review("Ada")
    for id in (TEXT, ALDER.id, BIRCH.id):
        session.accept(id)
    path = draft_path(review_folder / "drafts", SOURCE)
    write_drafts(path, [*read_drafts(path), replace(ALDER, drafted_by="rules 2")])
    session = review("Ada")
    assert states(session)[ALDER.id] == "accepted"
    assert states(session)[BIRCH.id] == "reopened"
    session.accept(BIRCH.id)
    assert states(review("Ada"))[BIRCH.id] == "accepted"


def test_what_says_the_same_is_shown_with_its_relation(review):
    session = review("Ada")
    for id in (TEXT, ALDER.id):
        session.accept(id)
    similar = session.doubts(ALDER)
    assert similar == ()
    copy = replace(ALDER, spans=BIRCH.spans)
    relations = [match.relation for match in session.queue.assessor.similar_statements(copy)]
    assert relations == ["duplicate"]


def test_a_duplicate_of_a_fact_is_refused_by_the_id_of_the_fact(review):
    session = review("Ada")
    (border, *_) = session.queue.facts.statements_of(Borders)
    names = ("one", "other", "stance")
    cells = {name: str(getattr(border, name)) for name in names}
    copy = Draft("borders", border.source, filled_cells(cells), border.spans, ALDER.band, "rules 1")
    with pytest.raises(RowBlocked, match=session.queue.facts.statement_ids[border]):
        session.add(copy)


def test_candidates_begin_with_what_is_drafted(review):
    candidates = review("Ada").card(ALDER.id).candidates
    assert candidates["adopter"][0] == "11" and candidates["mechanism"][0] == "night-opening"
    assert all(len(codes) <= 5 for codes in candidates.values())


def test_the_log_alone_rebuilds_what_was_accepted(review, review_folder):
    session = review("Ada")
    session.accept(TEXT)
    edited = dict(ALDER.cells) | {"local_name": "夜间开馆"}
    session.edit(ALDER.id, edited)
    (review_folder / "drafts" / f"{SOURCE}.jsonl").unlink()
    again = review("Ada")
    assert again.card(ALDER.id).row.cell("local_name") == "夜间开馆"
    assert states(again)[ALDER.id] == "edited"


def test_a_torn_last_line_is_passed_over_and_other_lines_are_told(review, review_folder):
    log = review_folder / "drafts" / "decisions.jsonl"
    review("Ada").accept(TEXT)
    whole = log.read_bytes()
    log.write_bytes(whole + whole[: len(whole) // 2])
    session = review("Ada")
    session.reject(BIRCH.id, "not_stated")
    assert states(review("Ada")) == {TEXT: "accepted", ALDER.id: "", BIRCH.id: "rejected"}
    log.write_bytes(b"{}\n" + log.read_bytes() + b"nonsense\n")
    with pytest.raises(ReviewError, match="1, 4"):
        review("Ada")


def test_no_line_of_the_log_reopens_or_lacks_a_name(review, review_folder):
    review("Ada").accept(TEXT)
    log = review_folder / "drafts" / "decisions.jsonl"
    line = json.loads(log.read_text(encoding="utf-8"))
    for wrong in ({"curator": " "}, {"action": "reopened"}, {"draft": "another"}):
        log.write_text(json.dumps(line | wrong) + "\n", encoding="utf-8")
        with pytest.raises(ReviewError):
            review("Ada")


def test_an_empty_cell_has_candidates_that_the_passage_names(review):
    session = review("Ada")
    card = session.card(ALDER.id)
    row = replace(ALDER, cells=filled_cells({"mechanism": "night-opening"}))
    assert "11" in card.assessor.candidates(row)["adopter"]


def test_rows_accepted_together_are_undone_together(review):
    session = review("Ada")
    session.accept(TEXT)
    session.accept_all([ALDER.id, BIRCH.id])
    assert set(states(session).values()) == {"accepted"}
    assert session.undo().batch
    assert states(review("Ada")) == {TEXT: "accepted", ALDER.id: "", BIRCH.id: ""}
    with pytest.raises(ActionRefused, match="20"):
        session.accept_all([TEXT, ALDER.id])


def test_no_cell_of_a_draft_says_who_accepted_it_or_where_it_stands(review):
    session = review("Ada")
    session.accept(TEXT)
    cells = dict(ALDER.cells) | {"curator": "Nobody", "start": "0", "end": "5", "sha256": "0" * 64}
    with pytest.raises(RowBlocked) as blocked:
        session.add(replace(ALDER, cells=filled_cells(cells), spans=()))
    assert {doubt.field for doubt in blocked.value.doubts} == {"start", "end", "sha256"}


def test_a_source_waits_for_the_copy_that_it_describes(review, review_copies):
    (review_copies / f"{SOURCE}.txt").write_text(RAW + "再多一句。", encoding="utf-8")
    with pytest.raises(RowBlocked, match="copy"):
        review("Ada").accept(TEXT)


def test_what_the_drafter_doubted_asks_for_a_second_accept_unless_it_is_edited(
    review, review_folder
):
    path = draft_path(review_folder / "drafts", SOURCE)
    write_drafts(path, [replace(ALDER, findings=("CONFLICT",))])
    session = review("Ada")
    session.accept(TEXT)
    with pytest.raises(NotConfirmed, match="differently"):
        session.accept(ALDER.id)
    assert session.accept(ALDER.id, confirmed=True).doubts == ("CONFLICT",)
    session.undo()
    assert session.edit(ALDER.id, dict(ALDER.cells) | {"local_name": "夜间开馆"}).doubts == ()


def test_two_readings_of_a_passage_stand_beside_each_other(review, review_folder):
    first = replace(ALDER, findings=("CONFLICT",))
    cells = filled_cells(dict(ALDER.cells) | {"adopter": "12"})
    second = replace(first, cells=cells, drafted_by="model m")
    write_drafts(draft_path(review_folder / "drafts", SOURCE), [first, second, BIRCH])
    session = review("Ada")
    session.accept(TEXT)
    told = [d for d in session.card(first.id).findings if d.code == "CONFLICT"]
    assert [(doubt.field, doubt.blocks) for doubt in told] == [("adopter", False)]
    assert "“Alder”" in told[0].text("en") and "“Birch”" in told[0].text("en")
    [other] = [d for d in session.card(second.id).findings if d.code == "CONFLICT"]
    assert other.text("zh").index("乙城") < other.text("zh").index("甲城")
    assert not session.card(BIRCH.id).other_readings


def test_a_number_that_the_passage_does_not_have_blocks_a_row(review):
    session = review("Ada")
    session.accept(TEXT)
    cells = {"subject": "11", "indicator": "loans", "value": "7", "value_written": "7"}
    cells |= {"bound": "=", "unit": "volume", "stance": "stated"}
    with pytest.raises(RowBlocked) as blocked:
        session.add(replace(ALDER, kind="measurement", cells=filled_cells(cells)), confirmed=True)
    assert "VALUE" in {doubt.code for doubt in blocked.value.doubts}


def test_a_thing_that_was_added_under_another_code_is_not_asked_for_again(review, review_folder):
    names = {"name_zh": "虚构市", "name_en": "Nowhere City", "level": "city"}
    place = replace(ALDER, kind="place", cells=filled_cells({**names, "code": "drafted-code"}))
    write_drafts(draft_path(review_folder / "drafts", SOURCE), [place, BIRCH])
    session = review("Ada")
    assert place.id in {card.draft.id for card in session.waiting_cards}
    session.accept(TEXT)
    session.add(replace(place, cells=filled_cells({**names, "code": "given-code"})), confirmed=True)
    assert {card.draft.id for card in session.waiting_cards} == {BIRCH.id}
    session.undo()
    assert place.id in {card.draft.id for card in session.waiting_cards}


def test_rows_with_doubts_are_left_out_of_what_is_accepted_together(review, review_folder):
    doubtful = replace(adoption("第三句是虚构的句子", "12"), findings=("TRIGGER",))
    write_drafts(draft_path(review_folder / "drafts", SOURCE), [ALDER, BIRCH, doubtful])
    session = review("Ada")
    session.accept(TEXT)
    assert [card.draft.id for card in session.batch_cards(doubtful.id)] == [ALDER.id, BIRCH.id]


def test_words_that_the_passage_does_not_have_block_a_row_before_its_settlement(review):
    session = review("Ada")
    session.accept(TEXT)
    cells = dict(ALDER.cells) | {"local_name": "虚构的夜间开馆"}
    assert not [d for d in session.doubts(ALDER, cells) if d.field == "local_name" and d.blocks]
    doubts = session.doubts(ALDER, cells | {"local_name": "第三句"})
    (blocker,) = (doubt for doubt in doubts if doubt.blocks)
    assert (blocker.field, "第三句" in blocker.text("zh")) == ("local_name", True)
