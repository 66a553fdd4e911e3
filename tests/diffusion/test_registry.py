"""Every measure says what it is in both languages, and gives what its texts promise."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from diffusion.charts.figure import KINDS, figure
from diffusion.framework.measure import AUTO
from diffusion.registry import measures
from diffusion.study.errors import WrongStudy
from diffusion.study.from_facts import FactSelection, study_from_facts
from diffusion.study.study import NumericInterval, Study
from tests.diffusion import published
from texts.tables import MEASURES

ROOT = Path(__file__).parents[2]
EVERY = pytest.mark.parametrize("name", measures())
SENTENCES = ("title", "question", "means", "means_not", "counted")
# What a measure asks for, and options that have a result of another form.
OPTIONS = {"before_after": {"on": "9"}, "brokerage": {"group": "city"}}
FORMS = {"threshold": {"by": "city"}, "adopter_classes": {"each": "yes"}}


@pytest.fixture(scope="module")
def doctors() -> Study:
    return published.doctors()


@pytest.fixture(scope="module")
def many_cascades(doctors) -> Study:
    """The doctors with cascades enough for any measure."""
    held = next(iter(doctors.cascades.values()))
    return replace(doctors, cascades={str(i): held for i in range(12)})


def results(name: str, doctors: Study, many_cascades: Study):
    """What the measure gives on one cascade, or on many if it takes many."""
    # the pairs of as many cascades are more than dyadic_history takes
    single = "adoptions" in measures()[name].needs or name == "dyadic_history"
    study = doctors if single else many_cascades
    for typed in (
        (OPTIONS.get(name, {}), FORMS[name]) if name in FORMS else (OPTIONS.get(name, {}),)
    ):
        yield study, published.result(name, study, **typed)


@EVERY
def test_a_measure_is_told_in_both_languages(name):
    asked = measures()[name]
    texts = [asked.text(key) for key in SENTENCES]
    texts += [asked.text("parameters", key) for key in asked.parameters]
    for group in ("columns", "summary", "cells", "parameters"):
        texts += [asked.text(group, key) for key in asked.texts.get(group, {})]
    texts.append(asked.text("minimum"))
    if "differs" in asked.texts:
        texts.append(asked.text("differs"))
    assert all(text.zh and text.en for text in texts)
    assert asked.texts.get("parameters", {}).keys() == asked.parameters.keys()
    assert asked.texts["reference"]


@EVERY
def test_a_measures_sentences_call_its_columns_as_the_page_does(name):
    """Keys such as `by_end` stand in files for programs only."""
    asked = measures()[name]
    groups = ("columns", "summary", "cells")
    keys = {key for group in groups for key in asked.texts.get(group, {}) if len(key) > 2}
    for sentence in SENTENCES:
        words = set(re.findall(r"[A-Za-z_]+", asked.text(sentence).zh))
        assert not words & keys
        assert not {one for one in re.findall(r"\w+", asked.text(sentence).en) if "_" in one} & keys


@EVERY
def test_a_measure_ends_its_questions_with_a_question_mark(name):
    question = measures()[name].text("question")
    assert question.zh.endswith("？") and question.en.endswith("?")


@EVERY
def test_a_measures_default_can_be_typed(name):
    words: dict[object, str] = {True: "yes", False: "no", None: AUTO}
    for one in measures()[name].parameters.values():
        plain = isinstance(one.default, bool) or one.default is None
        typed = words[one.default] if plain else str(one.default)
        assert typed == "" or one.parse(typed) == one.default


@EVERY
def test_what_a_measure_gives_has_names_and_can_be_drawn(name, doctors, many_cascades):
    asked = measures()[name]
    for study, found in results(name, doctors, many_cascades):
        assert set(found.columns) <= asked.texts["columns"].keys()
        assert found.summary.keys() <= asked.texts.get("summary", {}).keys()
        assert all(len(row) == len(found.columns) for row in found.rows)
        if found.refusal is None:
            for language in ("zh", "en"):
                drawn = figure(asked, found, study, language).to_dict()
                assert drawn["title"]["text"] == asked.text("title").name(language)


def wider(study: Study, every: int = 3) -> Study:
    """The same study in which each third adopter's date is no more than an interval."""
    spread = {
        id: {
            node: NumericInterval(when.earliest, when.latest + (2 if place % every == 0 else 0))
            for place, (node, when) in enumerate(adoptions.items())
        }
        for id, adoptions in study.cascades.items()
    }
    return replace(study, cascades=spread, step=1.0)


@EVERY
def test_every_cell_is_a_plain_number_or_text_so_that_any_format_can_hold_it(
    name, doctors, many_cascades
):
    """numpy's own numbers look alike and are refused by JSON."""
    both = [
        *results(name, doctors, many_cascades),
        *results(name, wider(doctors), wider(many_cascades)),
    ]
    plain = {str, int, float, bool, type(None)}
    for _, found in both:
        numbers = (found.n, found.undated, found.unknown, *found.summary.values())
        said = (cell for one in found.warnings for cell in one.values.values())
        assert {type(cell) for row in (*found.rows, numbers, said) for cell in row} <= plain


@EVERY
def test_a_measure_gives_the_same_twice(name, doctors, many_cascades):
    assert [r for _, r in results(name, doctors, many_cascades)] == [
        r for _, r in results(name, doctors, many_cascades)
    ]


@EVERY
def test_a_measure_of_nothing_is_an_explanation_or_empty(name):
    """No nodes, no ties, one cascade of which nobody is known."""
    try:
        found = published.result(name, Study({}, {"it": {}}))
    except WrongStudy as error:
        assert error.sentence.text("zh") and error.sentence.text("en")
    else:
        assert found.rows == () and found.n == 0


@EVERY
def test_a_measure_of_the_real_facts_counts_what_is_undated_and_unsaid(name, real_facts):
    study = study_from_facts(real_facts, FactSelection())
    if "adoptions" in measures()[name].needs:
        most = max(study.cascades, key=lambda id: len(study.cascades[id]))
        study = replace(study, cascades={most: study.cascades[most]})
    try:
        found = published.result(name, study)
    except WrongStudy as error:
        assert error.sentence.text("zh")
        return
    assert found.n >= 0 and found.undated >= 0 and found.unknown >= 0
    assert found.undated + found.unknown > 0


@EVERY
def test_a_measures_figure_is_of_a_known_kind(name):
    held = measures()[name].texts["figure"]
    for one in held if isinstance(held, list) else [held]:
        assert one["kind"] in KINDS


def test_a_sentence_names_options_of_the_command_line_in_brackets_only():
    """So that a page can leave them out; see told() of app_pages/panels/measure_result.py."""
    for key, said in MEASURES.rows().items():
        for language in ("zh", "en"):
            assert "--" not in re.sub(r"[(（][^()（）]*[)）]", "", said[language]), key
