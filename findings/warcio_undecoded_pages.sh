#!/usr/bin/env bash
# warcio hands on pages that are compressed with br or zstd as they are, as if they were the text
# Version: warcio 1.8.1
# Expected: content_stream() gives the text of a page, as for gzip and deflate, or says that it cannot.
# Seen: gzip is undone; br (without the package brotli, which warcio does not require) and zstd (with
#   any package) give the compressed bytes, with no error and no warning.
# Why it matters: most servers and browsers use br or zstd today. What reads a crawl in this way finds
#   no word of such a page, takes it for empty or binary, and says that a cited passage has vanished.
# What to do: compare Content-Encoding with what warcio undoes, and decode or refuse the rest yourself.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check warcio==1.8.1
env/bin/python - <<'PYTHON'
import gzip
import io
import sys
from base64 import b64decode
from importlib.metadata import version

from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

TEXT = b"<!doctype html><p>Sanming</p>"
# the same text, compressed by brotli 1.1 and by zstandard 0.25
BODIES = {
    "gzip": gzip.compress(TEXT),
    "br": b64decode("GxwA+B2nx5qfFbn2CXODUzxTeZbWVsIIVBg4IzHtcgA="),
    "zstd": b64decode("KLUv/SAd6QAAPCFkb2N0eXBlIGh0bWw+PHA+U2FubWluZzwvcD4="),
}


def read(coding):
    """What content_stream() gives of a page with this Content-Encoding."""
    file = io.BytesIO()
    writer = WARCWriter(file, gzip=False)
    headers = [("Content-Type", "text/html"), ("Content-Encoding", coding)]
    answer = StatusAndHeaders("200 OK", headers, protocol="HTTP/1.1")
    body = io.BytesIO(BODIES[coding])
    address = "https://example.org/"
    writer.write_record(
        writer.create_warc_record(address, "response", payload=body, http_headers=answer)
    )
    (content,) = [r.content_stream().read() for r in ArchiveIterator(io.BytesIO(file.getvalue()))]
    if content == TEXT:
        return "the text"
    return "the compressed bytes" if content == BODIES[coding] else repr(content)


print("warcio", version("warcio"))
seen = {coding: read(coding) for coding in BODIES}
recorded = {"gzip": "the text", "br": "the compressed bytes", "zstd": "the compressed bytes"}
print("seen:", seen)
if seen != recorded:
    sys.exit(f"changed: this finding says {recorded}")
PYTHON
