"""An answer that was kept comes back for the same address, model and question alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from drafting.language_model.endpoint.answer_cache import AnswerCache
from drafting.language_model.endpoint.endpoint import endpoint
from drafting.language_model.endpoint.question import ChatAnswer, ModelQuestion

ENDPOINT = endpoint("https://example.org", "made-up-1", "secret")
QUESTION = ModelQuestion("rules", "a made-up text", {}, "keep to the schema")
ANSWER = ChatAnswer('{"rows": []}', cut_off=False, tokens_in=7, tokens_out=3)


def test_an_answer_is_kept_for_its_question(tmp_path):
    cache = AnswerCache(tmp_path / "answers")
    assert cache.answer(ENDPOINT, QUESTION) is None
    cache.keep(ENDPOINT, QUESTION, ANSWER)
    assert cache.answer(ENDPOINT, QUESTION) == ANSWER
    assert cache.answer(replace(ENDPOINT, key=None), QUESTION) == ANSWER
    assert cache.answer(replace(ENDPOINT, model="made-up-2"), QUESTION) is None
    assert cache.answer(ENDPOINT, replace(QUESTION, pass_number=2)) is None
    assert (tmp_path / "answers" / ".gitignore").read_text(encoding="utf-8") == "*\n"
    assert not any(b"secret" in path.read_bytes() for path in (tmp_path / "answers").iterdir())


@pytest.mark.parametrize("damage", ["", "[]", "{}", '{"content": 1}', "[" * 5000])
def test_a_damaged_file_is_no_answer(tmp_path, damage):
    cache = AnswerCache(tmp_path)
    cache.keep(ENDPOINT, QUESTION, ANSWER)
    [path] = tmp_path.glob("*.json")
    path.write_text(damage, encoding="utf-8")
    assert cache.answer(ENDPOINT, QUESTION) is None
