"""Lists of hashes: of the bytes of each file, and of the content of an RDF file in any spelling.

The second is the hash of the canonical N-Quads of RDFC-1.0 (https://www.w3.org/TR/rdf-canon/): two
RDF files have the same if and only if they hold the same dataset.
"""

from __future__ import annotations

from collections.abc import Mapping

import pyoxigraph as ox

from loaders.sha256 import sha256

SUMS = "SHA256SUMS"
RDF_SUMS = "RDFC10-SHA256SUMS"
# What a blank node begins with, in N-Quads. Without one the canonical form is the sorted lines, and
# to canonicalize takes ten times as long as to sort. A text that holds this does no harm.
BLANK_NODE = b"_:"
RDF_FORMATS = {"graph.nq": ox.RdfFormat.N_QUADS, "graph.trig": ox.RdfFormat.TRIG}


def rdf_sha256(content: bytes, format: ox.RdfFormat) -> str:
    """The SHA-256 of the canonical form of a dataset; raises SyntaxError if it cannot be parsed."""
    text = ox.serialize(ox.parse(content, format), format=ox.RdfFormat.N_QUADS) or b""
    if BLANK_NODE in text:
        dataset = ox.Dataset(ox.parse(text, ox.RdfFormat.N_QUADS))
        dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
        text = ox.serialize(dataset, format=ox.RdfFormat.N_QUADS) or b""
    # by code point, which is the order of UTF-8 bytes too
    return sha256(b"".join(sorted(set(text.splitlines(keepends=True)))))


def sums_text(sums: Mapping[str, str]) -> bytes:
    """A list that `sha256sum --check` reads."""
    return "".join(f"{sums[name]}  {name}\n" for name in sorted(sums)).encode("utf-8")


def parse_sums(content: bytes) -> dict[str, str]:
    """The hash of each file in a list; raises ValueError if the text is no such list."""
    pairs = [line.split("  ", 1) for line in content.decode("utf-8").splitlines()]
    if not pairs or any(len(pair) != 2 for pair in pairs):
        raise ValueError("no list of hashes")
    return {name: digest for digest, name in pairs}
