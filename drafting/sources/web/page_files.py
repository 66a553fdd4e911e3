"""A page as fetched, as files beside its text: the bytes, and a record of where and when."""

from __future__ import annotations

import json
import re
from datetime import datetime

from drafting.sources.documents.source_faults import UnusableSource
from drafting.sources.documents.word_document import is_word_file
from drafting.sources.new_source import RawSource
from drafting.sources.source_code import code_faults
from drafting.sources.source_row import Retrieval
from drafting.sources.web.address_filter import AddressFilter
from drafting.sources.web.fetching import FetchedPage, fetch
from graph.model.facts import Facts
from loaders.sha256 import sha256

CHARSET = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
# Headers that belong to the visitor and not to the page.
PRIVATE_HEADERS = frozenset({"set-cookie", "set-cookie2"})


def fetched_source(
    facts: Facts, code: str, address: str, now: datetime, address_filter: AddressFilter
) -> RawSource:
    """A page of the web as the input of a new source.

    Raises UnusableSource if it cannot be fetched, together with the faults of the code.
    """
    try:
        return raw_source(code, fetch(address, now, address_filter))
    except UnusableSource as error:
        raise UnusableSource([*code_faults(facts, code), *error.faults]) from error


def raw_source(code: str, page: FetchedPage) -> RawSource:
    """A fetched page as the input of a new source, with the files that are kept of it."""
    body = page.answer.body
    charset = CHARSET.search(page.answer.header("content-type"))
    name = f"{code}.fetched.{_suffix(body)}"
    record = {
        "address": page.addresses[0],
        "redirects": list(page.addresses[1:]),
        "fetched": page.fetch_time.isoformat(timespec="seconds"),
        "status": page.answer.status,
        "headers": [
            [key, value] for key, value in page.answer.headers if key.lower() not in PRIVATE_HEADERS
        ],
        "file": name,
        "length": len(body),
        "sha256": sha256(body),
    }
    record_text = json.dumps(record, ensure_ascii=False, indent=2) + "\n"
    return RawSource(
        body,
        (charset[1],) if charset else (),
        Retrieval(page.addresses[-1], page.fetch_time.date().isoformat()),
        {name: body, f"{code}.fetched.json": record_text.encode("utf-8")},
    )


def _suffix(body: bytes) -> str:
    if body[:1024].lstrip().startswith(b"%PDF-"):
        return "pdf"
    if is_word_file(body):
        return "docx"
    return "html" if b"<" in body[:1024] else "txt"
