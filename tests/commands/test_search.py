"""search: what a reader sees, as a table and as JSON."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner, Result

from cli import app


def run(*words: object) -> Result:
    return CliRunner().invoke(app, ["search", *map(str, words)])


def test_json_has_the_hits_by_kind_with_counts(small_folder):
    result = run("Alder", "--format", "json", "--lang", "en", "--facts", small_folder)
    assert result.exit_code == 0
    content = json.loads(result.stdout)
    assert content["words"] == "Alder"
    first = content["groups"][0]
    assert (first["kind"], first["count"]) == ("Place", 1)
    assert first["hits"][0]["id"] == "11" and first["hits"][0]["match"] == "name"


@pytest.mark.parametrize(
    ("language", "words"),
    [("zh", ["地方", "名称相符", "甲城市"]), ("en", ["Place", "name", "Alder"])],
)
def test_a_table_says_kind_and_match_in_words(small_folder, language, words):
    result = run("jia", "cheng", "--lang", language, "--facts", small_folder)
    assert result.exit_code == 0
    assert all(word in result.stdout for word in words)


@pytest.mark.parametrize(("language", "words"), [("zh", "没有找到"), ("en", "nothing matches")])
def test_nothing_is_a_sentence_and_an_empty_list(small_folder, language, words):
    result = run("zzzz", "qqqq", "--lang", language, "--facts", small_folder)
    assert result.exit_code == 0 and words in result.output
    listed = run("zzzz qqqq", "--format", "json", "--facts", small_folder)
    assert json.loads(listed.stdout)["groups"] == []


def test_the_words_of_copies_are_found_if_a_folder_is_given(small_folder):
    texts = small_folder / "texts"
    order = ("学习", "--format", "json", "--lang", "en", "--facts", small_folder)
    kinds = {group["kind"] for group in json.loads(run(*order).stdout)["groups"]}
    assert not {"Passage", "SourceText"} & kinds
    groups = json.loads(run(*order, "--sources", texts).stdout)["groups"]
    passages = next(group for group in groups if group["kind"] == "Passage")
    hit = passages["hits"][0]
    assert hit["match"] == "text" and "学习" in hit["matched"] and "-" in hit["id"]
    table = run("学习", "--lang", "en", "--facts", small_folder, "--sources", texts).stdout
    assert "Passage with the words" in table and "Source with the words" in table


def test_a_folder_that_is_not_there_is_a_sentence(small_folder):
    result = run("x", "--facts", small_folder, "--sources", small_folder / "none")
    assert result.exit_code == 2 and "none" in result.output
