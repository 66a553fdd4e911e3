"""A client of OpenAI-compatible chat addresses, with limits of time, size and repetition."""

from __future__ import annotations

import json
from codecs import BOM_UTF8
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, Self

import urllib3
from pydantic_core import from_json
from urllib3.exceptions import HTTPError, MaxRetryError, NewConnectionError, SSLError, TimeoutError

from drafting.language_model.endpoint.answer_rows import answer_rows
from drafting.language_model.endpoint.answer_watch import AnswerWatch, watched_pools
from drafting.language_model.endpoint.endpoint import Endpoint
from drafting.language_model.endpoint.model_error import ModelError
from drafting.language_model.endpoint.question import ChatAnswer, ModelQuestion, estimated_tokens

BUSY = (429, 500, 502, 503, 504)
# The statuses of an address that does not know a part of a request.
NOT_UNDERSTOOD = (400, 415, 422, 501)
FAULTS = {401: "key_refused", 403: "key_refused", 404: "no_such_model", 429: "busy"}
CHUNK = 65_536
# The temperature from the second pass on; at 0 each pass would give the same answer.
TEMPERATURE = 0.4


class AnswerFormat(IntEnum):
    """The ways to request rows, the strictest first: not every address knows each."""

    SCHEMA = 0
    OBJECT = 1
    PLAIN = 2


@dataclass(frozen=True)
class ClientLimits:
    """Seconds for all of an answer and for a connection, its bytes and tokens, and repetitions.

    `longest_wait` limits the wait that an address may request by Retry-After, in seconds; `backoff`
    is the first wait if it requests none, and doubles.
    """

    seconds: float = 180
    connect_seconds: float = 10
    bytes: int = 2_000_000
    tokens: int = 8_000
    retries: int = 3
    longest_wait: int = 60
    backoff: float = 1


class ChatClient:
    """Asks one endpoint; remembers which format of answers it knows. Closes its connections."""

    def __init__(self, endpoint: Endpoint, limits: ClientLimits | None = None) -> None:
        self.endpoint = endpoint
        self.limits = limits or ClientLimits()
        self._format = AnswerFormat.SCHEMA
        waits = self.limits
        retries = urllib3.Retry(
            total=waits.retries,
            read=1,  # an answer that broke off may still cost money
            redirect=0,
            allowed_methods=None,
            status_forcelist=BUSY,
            backoff_factor=waits.backoff,
            backoff_max=waits.longest_wait,
            retry_after_max=waits.longest_wait,
            raise_on_status=False,
            raise_on_redirect=False,
        )
        timeout = urllib3.Timeout(connect=waits.connect_seconds, read=waits.seconds)
        self._watch = AnswerWatch(waits.seconds)
        self._pool = watched_pools(self._watch, retries, timeout)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._pool.clear()

    def answer(self, question: ModelQuestion) -> ChatAnswer:
        """The answer of the model with its rows. Raises ModelError."""
        for format in list(AnswerFormat)[self._format :]:
            is_last = format is AnswerFormat.PLAIN
            status, content = self._post(self._request(question, format))
            if status in NOT_UNDERSTOOD and not is_last:
                continue
            if status != 200:
                key = FAULTS.get(status, "server_error" if status in BUSY else "refused")
                raise ModelError(key, status=status, model=self.endpoint.model)
            answer = _chat_answer(content, question)
            if answer_rows(answer.content) is not None:
                self._format = format
                return answer
        raise ModelError("cut_off" if answer.cut_off else "no_rows")

    def _request(self, question: ModelQuestion, format: AnswerFormat) -> Mapping[str, Any]:
        """The body of a request; the last format leaves out all that an address might not know."""
        messages = [
            {"role": "system", "content": question.rules},
            {"role": "user", "content": question.request},
        ]
        request: dict[str, Any] = {"model": self.endpoint.model, "messages": messages}
        if format is not AnswerFormat.SCHEMA:
            schema = json.dumps(question.schema, ensure_ascii=False)
            messages[0]["content"] += f"\n{question.schema_rule}\n{schema}"
        if format is AnswerFormat.PLAIN:
            return request
        request |= {
            "temperature": 0 if question.pass_number == 1 else TEMPERATURE,
            "seed": question.pass_number,
            "max_tokens": self.limits.tokens,
            "response_format": {"type": "json_object"},
        }
        if format is AnswerFormat.SCHEMA:
            form = {"name": "rows", "strict": True, "schema": question.schema}
            request["response_format"] = {"type": "json_schema", "json_schema": form}
        return request

    def _post(self, request: Mapping[str, Any]) -> tuple[int, bytes]:
        """Status and content of the last try. Raises ModelError if there is none."""
        headers = {"Accept": "application/json", "Accept-Encoding": "identity"}
        if self.endpoint.key:
            headers["Authorization"] = f"Bearer {self.endpoint.key}"
        address = self.endpoint.address
        try:
            response = self._pool.request(
                "POST",
                self.endpoint.chat_address,
                json=request,
                headers=headers,
                preload_content=False,
            )
            if 300 <= response.status < 400:
                response.close()
                raise ModelError("redirected", address=address)
            return response.status, self._content(response)
        except (HTTPError, OSError) as error:
            if self._watch.is_late:
                raise ModelError("too_slow", address=address) from error
            reason = error.reason if isinstance(error, MaxRetryError) else error
            raise _unreachable(reason, address) from error
        finally:
            self._watch.end()

    def _content(self, response: urllib3.BaseHTTPResponse) -> bytes:
        """The body of a response, read piece by piece within the limit of size."""
        content = bytearray()
        try:
            while piece := response.read1(CHUNK):
                content += piece
                if len(content) > self.limits.bytes:
                    raise ModelError("too_large", bytes=self.limits.bytes)
        except BaseException:
            response.close()
            raise
        if self._watch.is_late:  # a body that was cut off may look complete
            response.close()
            raise ModelError("too_slow", address=self.endpoint.address)
        response.release_conn()
        return bytes(content)


def _unreachable(reason: Exception | None, address: str) -> ModelError:
    if isinstance(reason, NewConnectionError | SSLError):
        return ModelError("no_connection", address=address)
    key = "too_slow" if isinstance(reason, TimeoutError) else "closed"
    return ModelError(key, address=address)


def _chat_answer(content: bytes, question: ModelQuestion) -> ChatAnswer:
    """The first choice of an answer. Raises ModelError for content of another form."""
    try:
        # not json.loads: thousands of nested lists would use up the interpreter's stack
        answer = from_json(content.removeprefix(BOM_UTF8))
        choice = answer["choices"][0]
        text = _joined_text(choice["message"]["content"] or "")
        usage = answer.get("usage")
        usage = usage if isinstance(usage, dict) else {}
        cut_off = choice.get("finish_reason") == "length"
        counts = [usage.get(name) for name in ("prompt_tokens", "completion_tokens")]
    except (ValueError, KeyError, IndexError, TypeError, AttributeError) as error:
        raise ModelError("not_an_answer") from error
    if not isinstance(text, str):
        raise ModelError("not_an_answer")
    guesses = (question.tokens, estimated_tokens(text))
    tokens = [
        count if type(count) is int and count >= 0 else guess
        for count, guess in zip(counts, guesses, strict=True)
    ]
    return ChatAnswer(text, cut_off, *tokens)


def _joined_text(content: Any) -> Any:
    """The text of a message that some servers send in parts; anything else as it is."""
    if not isinstance(content, list):
        return content
    return "".join(part["text"] for part in content if part.get("type") == "text")
