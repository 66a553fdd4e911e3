"""Which addresses are public, and which texts are an address at all."""

from __future__ import annotations

from ipaddress import ip_address

import pytest

from drafting.sources.documents.source_faults import UnusableSource
from drafting.sources.web.address_filter import AddressFilter, is_public
from drafting.sources.web.web_address import web_address


@pytest.mark.parametrize("number", ["8.8.8.8", "220.181.38.148", "2606:4700::1111"])
def test_addresses_of_the_internet_are_public(number):
    assert is_public(ip_address(number))


@pytest.mark.parametrize(
    "number",
    [
        *("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0"),
        *("100.64.0.1", "198.18.0.1", "224.0.0.1", "255.255.255.255", "240.0.0.1"),
        *("::1", "::", "fe80::1", "fc00::1", "fec0::1", "ff02::1", "::ffff:10.0.0.1"),
        *("2002:7f00:1::1", "64:ff9b::10.0.0.1", "64:ff9b::127.0.0.1"),
    ],
)
def test_addresses_of_local_networks_are_not(number):
    assert not is_public(ip_address(number))


def test_one_local_address_among_public_ones_is_enough():
    address_filter = AddressFilter(resolve=lambda host, port: ("8.8.8.8", "192.168.0.1"))
    with pytest.raises(UnusableSource, match="local_address"):
        address_filter.addresses(web_address("https://news.example/"))


def test_a_host_that_nobody_knows():
    def nobody(host: str, port: int) -> tuple[str, ...]:
        raise OSError

    with pytest.raises(UnusableSource, match="unknown_host"):
        AddressFilter(resolve=nobody).addresses(web_address("https://news.example/"))


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("https://News.Example", "https://news.example/"),
        ("http://news.example:80/a?b=c#d", "http://news.example/a?b=c"),
        (
            "http://news.example:8080/新闻?页=1",
            "http://news.example:8080/%E6%96%B0%E9%97%BB?%E9%A1%B5=1",
        ),
        ("https://新闻.example/a%20b", "https://xn--efvy88h.example/a%20b"),
        ("http://[2606:4700::1111]/a", "http://[2606:4700::1111]/a"),
    ],
)
def test_an_address_is_written_as_a_request_needs_it(written, asked):
    assert str(web_address(written)) == asked


@pytest.mark.parametrize(
    ("written", "rule"),
    [
        ("news.example/a", "bad_web_address"),
        ("ftp://news.example/a", "bad_web_address"),
        ("file:///etc/hosts", "bad_web_address"),
        ("https://", "bad_web_address"),
        ("http://news.example:99999/", "bad_web_address"),
        ("http://[::1/", "bad_web_address"),
        ("http://" + "a" * 300 + ".example/", "bad_web_address"),
        ("http://me:secret@news.example/", "address_with_password"),
        ("http://news.example:22/", "no_web_port"),
    ],
)
def test_what_is_no_address_is_told(written, rule):
    with pytest.raises(UnusableSource) as error:
        web_address(written)
    assert error.value.faults[0].rule == rule
    assert "secret" not in error.value.text("en")
