"""What a talk made in the browser adds: pinned notes, passages, and steps that are faulty."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE

from exports.talk.pptx.deck import talk_deck
from exports.talk.slides import slides, talk_scenes
from graph.links.talk import Note, StepFault
from loaders.copies.source_copies import Copies, cited_passage
from loaders.facts.facts_folder import read_facts
from loaders.talks.talk_reader import read_talk


@pytest.fixture(scope="module")
def facts(small_folder):
    return read_facts(small_folder)


@pytest.fixture(scope="module")
def shipped(root):
    facts = read_facts(root / "facts")
    return facts, read_talk(root / "facts", "how-it-spread", facts)


def one_step(talk, number: int, **fields):
    return replace(talk, steps=(replace(talk.steps[number], **fields),))


@pytest.mark.parametrize(("number", "layout"), [(0, "network"), (1, "map")])
def test_a_note_is_a_callout_at_its_thing(shipped, number, layout):
    facts, talk = shipped
    note = Note("350400", "从这里开始", "It began here")
    talk = one_step(talk, number, notes=(note,))
    assert talk.steps[0].view.layout == layout
    deck = Presentation(io.BytesIO(talk_deck(facts, talk, "en")))
    (box,) = [
        shape
        for shape in deck.slides[0].shapes
        if shape.has_text_frame and shape.text_frame.text == note.text_en
    ]
    assert box.auto_shape_type == MSO_SHAPE.RECTANGULAR_CALLOUT
    assert box.left >= 0 and box.left + box.width <= deck.slide_width
    assert slides(facts, talk)["steps"][0]["notes"] == [
        {"thing": "350400", "text": {"zh": note.text_zh, "en": note.text_en}}
    ]


@pytest.mark.parametrize("layout", ["map", "curve"])
def test_a_note_of_a_thing_without_a_spot_names_it(shipped, layout):
    facts, talk = shipped
    view = replace(talk.steps[0].view, layout=layout, picked=None)
    drawn = talk_scenes(facts, talk).selections[view.choice].codes
    model = next(c for c in sorted(drawn) if type(facts.things[c]).__name__ == "Source")
    talk = one_step(talk, 0, view=view, notes=(Note(model, "出处", "the source"),))
    slide = Presentation(io.BytesIO(talk_deck(facts, talk, "en"))).slides[0]
    texts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    assert f"{facts.display_name(model, 'en')} · the source" in texts


def test_a_faulty_step_says_in_slides_and_page_what_is_wrong(shipped):
    facts, talk = shipped
    talk = one_step(talk, 0, faults=(StepFault("编号不在", "the id is gone"),))
    (slide,) = Presentation(io.BytesIO(talk_deck(facts, talk, "en"))).slides
    texts = "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
    assert "the id is gone" in texts and talk.steps[0].caption_en in texts
    (step,) = slides(facts, talk)["steps"]
    assert (step["stage"], step["faults"]["zh"]) == (None, ["编号不在"])


def test_a_passage_stands_on_the_slide_only_where_a_copy_has_it(facts, shipped, small_folder):
    _, talk = shipped
    id = next(id for id, kind in facts.statements.items() if type(kind).__name__ == "LearnedFrom")
    copies = Copies(small_folder / "texts")
    words = cited_passage(facts, facts.statements[id], copies)
    choice = replace(talk.steps[1].view.choice, place=None, story_only=False)
    view = replace(talk.steps[1].view, choice=choice, year=None, picked=None)
    talk = one_step(talk, 1, view=view, statements=(id,))
    quoted = slides(facts, talk, copies)["steps"][0]["passages"]
    assert words and quoted == [words]
    assert slides(facts, talk)["steps"][0]["passages"] == [""]
    for own_copies, count in ((copies, 1), (None, 0)):
        (slide,) = Presentation(io.BytesIO(talk_deck(facts, talk, "en", own_copies))).slides
        texts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        assert sum(text.startswith(f"“{words[:20]}") for text in texts) == count


def test_a_thing_stands_where_it_was_put_in_the_page_and_on_the_slide(shipped):
    facts, talk = shipped
    view = talk.steps[2].view
    assert view.layout == "network"
    thing = "520330"
    (data,) = slides(facts, one_step(talk, 2))["stages"]["en"]
    nodes = {node["id"]: node for node in data["network"]["nodes"]}
    left = min(node["x"] for node in nodes.values()) - 200
    moved = one_step(talk, 2, view=replace(view, places=((thing, left, 0.0),)))
    (data,) = slides(facts, moved)["stages"]["en"]
    (node,) = (node for node in data["network"]["nodes"] if node["id"] == thing)
    assert (node["x"], node["y"]) == (left, 0)
    ends = [edge["path"][0] for edge in data["network"]["edges"] if edge["from"] == thing]
    assert ends and all(end[0] == pytest.approx(left, abs=80) for end in ends)
    (slide,) = Presentation(io.BytesIO(talk_deck(facts, moved, "en"))).slides
    shapes = {shape.name: shape.left + shape.width / 2 for shape in slide.shapes}
    titles = {other["title"] for other in nodes.values()} & shapes.keys()
    assert min(titles, key=shapes.__getitem__) == nodes[thing]["title"]
