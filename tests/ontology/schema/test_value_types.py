"""How each value type reads its text, and what it refuses."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from ontology.schema import value_types as values
from ontology.schema.value_types import TextSpan

HASH = "0123456789abcdef" * 4


def read(type_name: str, text: object) -> object:
    return TypeAdapter(getattr(values, type_name)).validate_python(text)


@pytest.mark.parametrize(
    ("type_name", "text", "value"),
    [
        ("Text", "三明", "三明"),
        ("Code", "350400", "350400"),
        ("Code", "xishui-2-5-n", "xishui-2-5-n"),
        ("Code", "a.b+c_d", "a.b+c_d"),
        ("Sha256", HASH, HASH),
        ("Texts", "", ()),
        ("Texts", "a", ("a",)),
        ("Texts", " a | b ", ("a", "b")),
        ("Texts", "a||b|", ("a", "b")),
        ("Spans", "", ()),
        ("Spans", f"1-2:{HASH}", (TextSpan(1, 2, HASH),)),
        ("Spans", f"1-2:{HASH}|3-4:{HASH}", (TextSpan(1, 2, HASH), TextSpan(3, 4, HASH))),
        ("Edtf", "2019~", "2019~"),
        ("Day", "2026-11-21", date(2026, 11, 21)),
        ("Number", "26.08", Decimal("26.08")),
        ("Number", "-3", Decimal("-3")),
        ("WholeNumber", "0", 0),
        ("WholeNumber", "5059", 5059),
    ],
)
def test_a_text_is_read_as_its_value(type_name, text, value):
    assert read(type_name, text) == value


@pytest.mark.parametrize(
    ("type_name", "text", "rule"),
    [
        ("Text", "", "string_too_short"),
        ("Code", "", "string_pattern_mismatch"),
        ("Code", "三明", "string_pattern_mismatch"),
        ("Code", "-a", "string_pattern_mismatch"),
        ("Code", "a b", "string_pattern_mismatch"),
        ("Code", "a/b", "string_pattern_mismatch"),
        ("Sha256", HASH.upper(), "string_pattern_mismatch"),
        ("Sha256", HASH[1:], "string_pattern_mismatch"),
        ("Spans", "1-2", "bad_span"),
        ("Spans", f"1-2:{HASH}|x", "bad_span"),
        ("Spans", f"-1-2:{HASH}", "bad_span"),
        ("Spans", f"１-２:{HASH}", "bad_span"),
        ("Edtf", "30年前", "bad_date"),
        ("Edtf", "2019/", "bad_date"),
        ("Day", "2026-11", "bad_day"),
        ("Day", "20261121", "bad_day"),
        ("Day", "2026-W47-6", "bad_day"),
        ("Day", "2026-13-45", "bad_day"),
        ("Day", "2026/11/21", "bad_day"),
        ("Address", "example.org/a", "bad_address"),
        ("Address", "javascript:alert(1)", "bad_address"),
        ("Address", "file:///etc/hosts", "bad_address"),
        ("Address", "https:///a", "bad_address"),
        ("Address", "https://example.org/a b", "bad_address"),
        ("Address", 'https://example.org/"><b>', "bad_address"),
        ("Number", "1,860", "bad_number"),
        ("Number", "1 860", "bad_number"),
        ("Number", "１２", "bad_number"),
        ("Number", "26.08%", "bad_number"),
        ("Number", "近300", "bad_number"),
        ("Number", "1e5", "bad_number"),
        ("Number", "NaN", "bad_number"),
        ("Number", "Infinity", "bad_number"),
        ("Number", ".5", "bad_number"),
        ("Number", "5.", "bad_number"),
        ("Number", "+5", "bad_number"),
        ("Number", "9" * 5000, "bad_number"),
        ("WholeNumber", "1.0", "bad_number"),
        ("WholeNumber", "-1", "bad_number"),
        ("WholeNumber", "１２", "bad_number"),
        ("WholeNumber", "9" * 5000, "bad_number"),
    ],
)
def test_what_is_no_such_value_is_refused_by_its_rule(type_name, text, rule):
    with pytest.raises(ValidationError) as refusal:
        read(type_name, text)
    assert [error["type"] for error in refusal.value.errors()] == [rule]


@given(
    st.decimals(
        allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9, places=12
    )
)
def test_a_decimal_is_kept_digit_for_digit(number):
    text = f"{number:f}"
    assert f"{read('Number', text):f}" == text


@given(st.text(max_size=30))
@pytest.mark.parametrize(
    "type_name", ["Number", "WholeNumber", "Day", "Spans", "Edtf", "Code", "Sha256"]
)
def test_no_text_brings_another_error_than_a_refusal(type_name, text):
    try:
        read(type_name, text)
    except ValidationError as refusal:
        assert refusal.errors()[0]["type"] in {
            "bad_number",
            "bad_date",
            "bad_day",
            "bad_span",
            "string_pattern_mismatch",
        }
