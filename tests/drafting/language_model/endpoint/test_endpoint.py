"""An address is taken as people write it, and never with a key that anybody could read."""

from __future__ import annotations

import pytest

from drafting.language_model.endpoint.endpoint import endpoint
from drafting.language_model.endpoint.model_error import ModelError


@pytest.mark.parametrize(
    ("typed", "chat_address"),
    [
        ("http://localhost:11434", "http://localhost:11434/v1/chat/completions"),
        (" http://localhost:11434/v1/ ", "http://localhost:11434/v1/chat/completions"),
        ("https://example.org/api/v3", "https://example.org/api/v3/chat/completions"),
        ("http://[::1]:8/v1/chat/completions", "http://[::1]:8/v1/chat/completions"),
    ],
)
def test_the_path_is_completed(typed, chat_address):
    assert endpoint(typed, "made-up").chat_address == chat_address


@pytest.mark.parametrize(
    "typed",
    ["", "localhost:1", "ftp://x", "http://", "http://a b/", "https://me:word@example.org/v1"],
)
def test_what_is_no_address_is_refused_without_repeating_it(typed):
    with pytest.raises(ModelError) as raised:
        endpoint(typed, "made-up")
    assert raised.value.key == "bad_address" and "word" not in str(raised.value)


@pytest.mark.parametrize("model", ["", " ", "made\nup"])
def test_a_model_has_a_name_in_one_line(model):
    with pytest.raises(ModelError, match="not the address of a model"):
        endpoint("https://example.org", model)


def test_a_key_goes_to_another_machine_by_https_alone():
    with pytest.raises(ModelError, match="unencrypted"):
        endpoint("http://example.org/v1", "made-up", "secret")
    for address in ("https://example.org/v1", "http://127.0.0.1:1/v1"):
        assert "secret" not in repr(endpoint(address, "made-up", "secret"))


def test_a_key_with_a_line_break_is_refused_and_not_repeated():
    with pytest.raises(ModelError) as raised:
        endpoint("https://example.org", "made-up", "sec\nret")
    assert raised.value.key == "bad_key" and "sec" not in str(raised.value).split()
