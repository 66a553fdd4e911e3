"""Crawls in WARC files bear out what is cited, by the addresses from which pages were fetched."""

from __future__ import annotations

import gzip
import shutil
from datetime import date
from html import escape
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cli import app
from drafting.sources.captured_pages import captured_pages
from ontology.schema.kinds import Source

DAY = date(2026, 11, 29)
END = b"\r\n\r\n"


def record(address: str, body: bytes, *headers: str, status: str = "200 OK") -> bytes:
    """A WARC record of a server's answer; without headers an HTML page."""
    told = headers or ("Content-Type: text/html; charset=utf-8",)
    answer = "\r\n".join([f"HTTP/1.1 {status}", *told, "", ""]).encode() + body
    head = ["WARC/1.1", "WARC-Type: response", f"WARC-Target-URI: {address}"]
    head += ["WARC-Record-ID: <urn:uuid:0c7b1b9e-6b3f-4a0e-9d5e-2f8a1c4d7e60>"]
    head += ["WARC-Date: 2026-11-29T00:00:00Z", "Content-Type: application/http; msgtype=response"]
    return "\r\n".join([*head, f"Content-Length: {len(answer)}", "", ""]).encode() + answer + END


@pytest.fixture
def folder(small_folder: Path, tmp_path: Path) -> Path:
    """The small texts without that of the gazette, which has an address."""
    folder = Path(shutil.copytree(small_folder / "texts", tmp_path / "texts"))
    (folder / "east-gazette.txt").unlink()
    return folder


@pytest.fixture
def gazette(small_facts) -> Source:
    (gazette,) = [s for s in small_facts.things_of(Source) if s.code == "east-gazette"]
    return gazette


def page(small_folder: Path) -> bytes:
    text = (small_folder / "texts" / "east-gazette.txt").read_text(encoding="utf-8")
    lines = "".join(f"<p>{escape(line)}</p>" for line in text.splitlines())
    return (
        f"<!doctype html><title>A</title><body><nav>Home</nav><article>{lines}</article>".encode()
    )


@pytest.mark.parametrize("packed", ["no", "by record", "as a whole"])
def test_a_crawl_is_read_however_it_was_compressed(
    small_facts, small_folder, folder, gazette, packed
):
    records = [
        record("https://example.org/style.css", b"p {}", "Content-Type: text/css"),
        record(gazette.address, b"gone", status="404 Not Found"),
        record(gazette.address, page(small_folder)),
    ]
    if packed == "by record":
        records = [gzip.compress(content) for content in records]
    content = b"".join(records)
    name = "crawl.warc" if packed == "no" else "crawl.warc.gz"
    (folder / name).write_bytes(gzip.compress(content) if packed == "as a whole" else content)
    pages = captured_pages(folder, small_facts.things_of(Source), DAY)
    assert (set(pages.texts), pages.strangers, pages.unusable) == ({"east-gazette"}, (), {})
    text = (small_folder / "texts" / "east-gazette.txt").read_text(encoding="utf-8")
    assert text.splitlines()[0] in pages.texts["east-gazette"].decode("utf-8")


def test_a_redirection_is_followed_and_http_is_https(small_facts, small_folder, folder, gazette):
    plain = gazette.address.replace("https:", "http:") + "/"
    moved = record(plain, b"", "Location: /moved/here", status="301 Moved Permanently")
    target = record(f"https://{plain.split('/')[2]}/moved/here", page(small_folder))
    (folder / "crawl.warc").write_bytes(moved + target)
    pages = captured_pages(folder, small_facts.things_of(Source), DAY)
    assert set(pages.texts) == {"east-gazette"}


def test_what_cannot_be_read_and_what_belongs_to_nothing_is_named(
    small_facts, small_folder, folder, gazette
):
    whole = record(gazette.address, page(small_folder))
    packed = record(gazette.address, b"\x0b\x02\x80", "Content-Encoding: br")
    (folder / "packed.warc").write_bytes(packed)
    (folder / "other.warc").write_bytes(record("https://example.org/other", b"<p>Another</p>"))
    (folder / "no.warc").write_bytes(b"no archive at all\n")
    (folder / "cut.warc").write_bytes(whole[:-100])
    (folder / "cut.warc.gz").write_bytes(gzip.compress(whole)[:-100])
    asked = ["verify", "--facts", "tests/small", "--sources", str(folder), "--lang", "en"]
    told = CliRunner().invoke(app, asked).stderr
    address = gazette.address.partition("://")[2]
    assert f"packed.warc: {address} cannot be read: the page is compressed with br" in told
    assert "there is no source for other.warc" in told and told.count("no source for") == 1
    for name in ("no.warc", "cut.warc", "cut.warc.gz"):
        assert f"{name} cannot be read: the WARC file is broken" in told
    assert not captured_pages(folder, small_facts.things_of(Source), DAY).texts.get("east-gazette")
