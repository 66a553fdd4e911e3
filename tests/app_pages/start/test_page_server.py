"""A page gets the script of early keys into its head; all else is sent as it is."""

from __future__ import annotations

import asyncio
import time

from app_pages.start.page_runs import PAGE_RUNS
from app_pages.start.page_server import HeadWriter

PAGE = [b"<html><head><title>A</title></head>", b"<body></body></html>"]


def _sent(kind, parts, **headers):
    """What leaves the server of an answer in these parts: its headers and its body."""
    messages = []

    async def send(message):
        messages.append(message)

    async def answer():
        writer = HeadWriter(send)
        pairs = [(b"content-type", kind), *((name.encode(), b"9") for name in headers)]
        await writer.send({"type": "http.response.start", "status": 200, "headers": pairs})
        for place, part in enumerate(parts):
            more = place < len(parts) - 1
            await writer.send({"type": "http.response.body", "body": part, "more_body": more})

    asyncio.run(answer())
    start, *bodies = messages
    return dict(start["headers"]), b"".join(message["body"] for message in bodies)


def test_a_page_has_the_script_before_the_end_of_its_head():
    headers, page = _sent(b"text/html; charset=utf-8", PAGE, etag=9)
    head, end, rest = page.partition(b"</script></head>")
    assert end
    assert b"typedEarly" in head
    assert rest == PAGE[1]
    assert headers == {
        b"content-type": b"text/html; charset=utf-8",
        b"content-length": b"%d" % len(page),
    }


def test_another_answer_is_sent_as_it_is():
    assert _sent(b"text/css", PAGE, etag=9) == (
        {b"content-type": b"text/css", b"etag": b"9"},
        b"".join(PAGE),
    )


def test_what_can_wait_waits_while_a_page_is_made():
    begun = time.monotonic()
    PAGE_RUNS.wait_for_rest(0.01, 60)
    assert time.monotonic() - begun < 60  # nothing was served
    with PAGE_RUNS.count_run():
        PAGE_RUNS.wait_for_rest(0.01, 0.1)
    assert time.monotonic() - begun >= 0.1
    begun = time.monotonic()
    PAGE_RUNS.note_traffic()
    PAGE_RUNS.wait_for_rest(0.1, 60)
    assert 0.1 <= time.monotonic() - begun < 60
