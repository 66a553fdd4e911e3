"""One page with manners: robots.txt, redirects looked at, limits kept."""

from __future__ import annotations

import contextlib
import json
import socket
import threading
import time
from datetime import UTC, datetime

import pytest

from drafting.sources.documents.reading import read_document
from drafting.sources.documents.source_faults import UnusableSource
from drafting.sources.web.address_filter import PUBLIC_ADDRESSES, AddressFilter
from drafting.sources.web.fetching import fetch
from drafting.sources.web.page_files import raw_source
from drafting.sources.web.request import FetchLimits
from loaders.sha256 import sha256
from tests.drafting.sources.made_up_documents import FIRST_SENTENCES

NOW = datetime(2026, 1, 1, 12, 30, tzinfo=UTC)


def refusal_rule(
    address: str, address_filter=PUBLIC_ADDRESSES, limits: FetchLimits | None = None
) -> str:
    with pytest.raises(UnusableSource) as error:
        fetch(address, NOW, address_filter, limits)
    assert error.value.text("zh") != error.value.text("en")
    (fault,) = error.value.faults
    return fault.rule


def test_a_page_is_kept_as_fetched_with_where_and_when(web):
    source = raw_source("east-lib", fetch(web.address("a"), NOW, web.address_filter))
    assert (
        FIRST_SENTENCES in read_document(source.content, NOW.date(), source.declared_encodings).text
    )
    assert (source.retrieval.address, source.retrieval.day) == (web.address("a"), "2026-01-01")
    record = json.loads(source.further_files["east-lib.fetched.json"])
    assert source.further_files[record["file"]] == source.content
    assert record["sha256"] == sha256(source.content)
    assert (record["status"], record["fetched"]) == (200, "2026-01-01T12:30:00+00:00")
    names = [name for name, _ in record["headers"]]
    assert "Content-Type" in names and "Set-Cookie" not in names


def test_a_packed_page_is_unpacked(web):
    assert (
        FIRST_SENTENCES
        in fetch(web.address("packed"), NOW, web.address_filter).answer.body.decode()
    )


def test_redirects_are_followed_and_told(web):
    page = fetch(web.address("to/free.example/a"), NOW, web.address_filter)
    assert page.addresses == (web.address("to/free.example/a"), web.address("a", "free.example"))


@pytest.mark.parametrize(
    ("path", "rule"),
    [
        ("to/inner.example/a", "local_address"),
        ("loop", "too_many_redirects"),
        ("private/a", "robots_forbid"),
        ("to/news.example/private/a", "robots_forbid"),
        ("huge", "too_large"),
        ("bomb", "too_large"),
        ("short", "no_answer"),
        ("lost", "http_status"),
    ],
)
def test_what_is_refused_is_told(web, path, rule):
    assert refusal_rule(web.address(path), web.address_filter, FetchLimits(size=1_000_000)) == rule


def test_a_page_that_never_ends_is_given_up(web):
    assert (
        refusal_rule(web.address("drip"), web.address_filter, FetchLimits(seconds=0.4))
        == "too_slow"
    )


def test_a_handshake_that_never_ends_is_given_up():
    record = b"\x16\x03\x03\x40\x00"  # the head of a record of 16 KB
    with socket.create_server(("127.0.0.1", 0)) as server:

        def drip() -> None:
            opened, _ = server.accept()
            with opened, contextlib.suppress(OSError):
                opened.sendall(record)
                for _ in range(60):
                    opened.sendall(b"\0")
                    time.sleep(0.05)

        threading.Thread(target=drip, daemon=True).start()
        address = f"https://news.example:{server.getsockname()[1]}/a"
        address_filter = AddressFilter(
            lambda number: number.is_loopback, lambda host, port: ("127.0.0.1",)
        )
        start = time.monotonic()
        assert refusal_rule(address, address_filter, FetchLimits(seconds=0.3)) == "too_slow"
        assert time.monotonic() - start < 2


def test_headers_that_never_end_are_given_up():
    with socket.create_server(("127.0.0.1", 0)) as server:

        def drip() -> None:
            opened, _ = server.accept()
            with opened, contextlib.suppress(OSError):
                opened.sendall(b"HTTP/1.1 200 OK\r\n")
                for _ in range(60):
                    opened.sendall(b"X-Filler: 1\r\n")
                    time.sleep(0.05)

        threading.Thread(target=drip, daemon=True).start()
        address = f"http://news.example:{server.getsockname()[1]}/a"
        address_filter = AddressFilter(
            lambda number: number.is_loopback, lambda host, port: ("127.0.0.1",)
        )
        start = time.monotonic()
        assert refusal_rule(address, address_filter, FetchLimits(seconds=0.3)) == "too_slow"
        assert time.monotonic() - start < 2


def test_robots_that_cannot_be_read_forbid_and_none_allow(web):
    assert (
        refusal_rule(web.address("a", "broken.example"), web.address_filter) == "robots_unreachable"
    )
    assert (
        fetch(web.address("private/a", "free.example"), NOW, web.address_filter).answer.status
        == 200
    )


def test_a_machine_that_is_not_there(web):
    assert refusal_rule("http://news.example:1024/a", web.address_filter) == "no_answer"


def test_a_server_without_a_certificate_is_not_trusted(web):
    address = web.address("a").replace("http:", "https:")
    assert refusal_rule(address, web.address_filter, FetchLimits(seconds=3)) == "no_answer"


def test_this_machine_is_asked_by_no_user(web):
    for host in ("127.0.0.1", "localhost", "127.1", "2130706433", "[::1]", "[::ffff:127.0.0.1]"):
        assert refusal_rule(f"http://{host}:{web.port}/a") == "local_address"
