"""A model's server may misbehave: each time one sentence says how, and no traceback."""

from __future__ import annotations

import json
import time
from codecs import BOM_UTF8
from dataclasses import replace

import pytest

from drafting.language_model.endpoint.chat_client import ChatClient, ClientLimits
from drafting.language_model.endpoint.endpoint import endpoint
from drafting.language_model.endpoint.model_error import ModelError
from drafting.language_model.endpoint.question import ChatAnswer, ModelQuestion
from tests.servers.misbehaving_model import ModelServer, Reply, Request, chat, model_server, rows
from texts.tables import LANGUAGES

QUESTION = ModelQuestion("rules", "a made-up text", {"type": "object"}, "keep to the schema")
LIMITS = ClientLimits(
    seconds=0.5, connect_seconds=1, bytes=20_000, retries=2, longest_wait=1, backoff=0.01
)
GOOD = chat(rows({"quote": "虚构县"}))


def client(server: ModelServer, key: str | None = None) -> ChatClient:
    return ChatClient(endpoint(server.address, "made-up-1", key), LIMITS)


def answer(server: ModelServer, key: str | None = None) -> ChatAnswer:
    with client(server, key) as asking:
        return asking.answer(QUESTION)


def test_a_good_answer_has_its_content_and_its_tokens():
    with model_server(lambda request, number: GOOD) as server:
        written = answer(server, "secret")
    assert (written.tokens_in, written.tokens_out, written.cut_off) == (100, 50, False)
    assert "虚构县" in written.content
    [request] = server.requests
    assert request["path"] == "/v1/chat/completions"
    assert request["response_format"]["json_schema"]["schema"] == {"type": "object"}
    assert server.headers[0]["Authorization"] == "Bearer secret"


@pytest.mark.parametrize("headers", [{}, {"Retry-After": "1"}, {"Retry-After": "86400"}])
def test_a_busy_model_is_asked_again_after_a_bounded_wait(headers):
    def busy_once(request: Request, number: int) -> Reply:
        return GOOD if number else Reply(429, headers=headers)

    # a busy machine answers late too, which would be asked again as well
    patient = replace(LIMITS, seconds=3)
    with model_server(busy_once) as server:
        start = time.monotonic()
        with ChatClient(endpoint(server.address, "made-up-1", None), patient) as asking:
            asking.answer(QUESTION)
        assert time.monotonic() - start < 5
    assert len(server.requests) == 2


def test_an_address_that_knows_no_schema_is_asked_in_the_formats_it_knows():
    def plain_only(request: Request, number: int) -> Reply:
        return Reply(400) if "response_format" in request else GOOD

    with model_server(plain_only) as server, client(server) as asking:
        asking.answer(QUESTION)
        asking.answer(QUESTION)
    assert len(server.requests) == 4  # the second question goes in the format that was understood
    assert "keep to the schema" in server.requests[-1]["messages"][0]["content"]


@pytest.mark.parametrize(
    "content",
    [
        f"<think>先想 {rows({'quote': '错'}, {'quote': '错'})}</think>{rows({'quote': '对'})}",
        f"好的，结果如下：\n```json\n{rows({'quote': '对'})}\n```\n完毕。",
        json.dumps([{"quote": "对"}], ensure_ascii=False),
    ],
)
def test_thoughts_and_prose_around_the_rows_do_no_harm(content):
    with model_server(lambda request, number: chat(content)) as server:
        assert answer(server).content == content
    assert len(server.requests) == 1


def test_text_in_parts_is_one_text_and_a_mark_of_order_is_none_of_it():
    content = [{"type": "text", "text": part} for part in (rows()[:5], rows()[5:])]
    message = {"choices": [{"message": {"content": content}}], "usage": [1]}
    reply = Reply(200, BOM_UTF8 + json.dumps(message).encode())
    with model_server(lambda request, number: reply) as server:
        assert answer(server).content == rows()


HUGE = chat(rows(*({"quote": "虚" * 50} for _ in range(500))))
FAULTS = {
    "busy": lambda request, number: Reply(429),
    "server_error": lambda request, number: Reply(503),
    "refused": lambda request, number: Reply(418),
    "key_refused": lambda request, number: Reply(401),
    "no_such_model": lambda request, number: Reply(404),
    "redirected": lambda request, number: Reply(302, headers={"Location": "http://127.0.0.1:9/"}),
    "too_slow": lambda request, number: Reply(200, GOOD.body, pause=0.1),
    "too_large": lambda request, number: HUGE,
    "closed": lambda request, number: Reply(200, GOOD.body, breaks_off=True),
    "not_an_answer": lambda request, number: Reply(200, b"<html>not a model</html>"),
    "no_rows": lambda request, number: chat("对不起，我不能。"),
    "cut_off": lambda request, number: chat("<think>" + "想" * 50, finish="length"),
}


@pytest.mark.parametrize("key", FAULTS)
def test_a_fault_is_one_sentence_in_either_language(key):
    with model_server(FAULTS[key]) as server, pytest.raises(ModelError) as raised:
        answer(server)
    assert raised.value.key == key
    sentences = {raised.value.text(language) for language in LANGUAGES}
    assert len(sentences) == 2 and all("\n" not in sentence for sentence in sentences)
    assert len(server.requests) <= 3


def test_headers_that_never_end_are_given_up_in_time():
    with model_server(lambda request, number: Reply(pause=0.05, drips=True)) as server:
        start = time.monotonic()
        with pytest.raises(ModelError) as raised:
            answer(server)
        assert raised.value.key == "too_slow"
        assert time.monotonic() - start < 4 * LIMITS.seconds


PARTS = b'{"choices":[{"message":{"content":[5, {"type": "text"}]}}]}'


@pytest.mark.parametrize(
    "body", [b"[1", b"[[]]", b"{}", b'{"choices":[{"message":{"content":5}}]}', b"[" * 5000, PARTS]
)
def test_a_body_of_another_form_is_no_answer(body):
    reply = Reply(200, body)
    with model_server(lambda request, number: reply) as server:
        pytest.raises(ModelError, answer, server).match("form of OpenAI")


def test_nobody_listens():
    with model_server(lambda request, number: GOOD) as server:
        pass
    with pytest.raises(ModelError, match="cannot be reached"):
        answer(server)
