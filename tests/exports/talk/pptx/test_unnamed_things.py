"""What a slide does not name in full is listed for the speaker."""

from __future__ import annotations

import pytest
from pptx import Presentation
from pptx.util import Inches

from exports.talk.pptx.unnamed_things import unnamed_things


@pytest.mark.parametrize(
    ("written", "listed"),
    [
        ("", ["Not named in full on this slide: Alder, Birch"]),
        ("Al\nder", ["Not named in full on this slide: Birch"]),
        ("Alder · Bir…", ["Not named in full on this slide: Birch"]),
        ("Birch 1999\nAlder", []),
    ],
)
def test_names_that_no_shape_has_in_full_are_listed(small_facts, written, listed):
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    box = slide.shapes.add_textbox(*map(Inches, (1, 1, 2, 1)))
    box.text_frame.text = written
    assert unnamed_things(slide, small_facts, ["12", "11"], "en") == listed
