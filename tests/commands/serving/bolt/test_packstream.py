"""PackStream by itself; test_serve.py has the driver read it."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commands.serving.bolt.packstream import BadPackStream, Structure, pack, unpack

SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False)
    | st.text()
    | st.binary()
)
VALUES = st.recursive(
    SCALARS, lambda parts: st.lists(parts) | st.dictionaries(st.text(), parts), max_leaves=8
)


@given(VALUES)
def test_a_value_comes_back(value):
    assert unpack(pack(value)) == value


@pytest.mark.parametrize("size", [15, 16, 255, 256, 65_535, 65_536])
def test_every_size_of_text_list_and_map_comes_back(size):
    for value in ("x" * size, [1] * size, {str(i): i for i in range(size)}, b"x" * size):
        assert unpack(pack(value)) == value


def test_a_structure_comes_back():
    value = Structure(0x71, (["a", None], {"b": 1.5}))
    assert unpack(pack(value)) == value


@given(st.binary(max_size=60))
def test_any_bytes_are_a_value_or_are_refused(content):
    with contextlib.suppress(BadPackStream):
        unpack(content)


def test_what_is_too_deep_or_too_large_is_refused():
    with pytest.raises(BadPackStream):
        unpack(b"\x91" * 200 + b"\x01")
    with pytest.raises(BadPackStream):
        pack(2**63)
    with pytest.raises(BadPackStream):
        unpack(b"\xd6\xff\xff\xff\xff")
