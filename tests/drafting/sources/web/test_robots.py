"""robots.txt as RFC 9309 reads it."""

from __future__ import annotations

import time

import pytest

from drafting.sources.web.robots import allows

AGENT = "learned-from"


@pytest.mark.parametrize(
    ("robots", "target", "allowed"),
    [
        ("", "/a", True),
        ("User-agent: *\nDisallow: /", "/a", False),
        ("User-agent: *\nDisallow: /", "/robots.txt", True),
        ("User-agent: *\nDisallow:", "/a", True),
        ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", True),
        ("User-agent: *\nAllow: /a\nDisallow: /a", "/a", True),
        ("user-AGENT: Learned-From # us\nDisallow: /\n\nUser-agent: *\nAllow: /", "/a", False),
        ("User-agent: learned-from\nAllow: /\n\nUser-agent: *\nDisallow: /", "/a", True),
        ("User-agent: a\nUser-agent: *\nDisallow: /x", "/x/y", False),
        ("User-agent: a\nDisallow: /\nUser-agent: *\nDisallow: /x", "/a", True),
        ("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf?x", True),
        ("User-agent: *\nDisallow: /a$", "/a", False),
        ("User-agent: *\nDisallow: /a$", "/ab", True),
        ("User-agent: *\nDisallow: /*?print=", "/a?print=1", False),
        ("User-agent: *\nDisallow: /新闻", "/%E6%96%B0%E9%97%BB/1", False),
        ("\ufeffUser-agent: *\r\nDisallow: /a\r\n", "/a", False),
        ("Disallow: /", "/a", True),
        ("<html>not a robots.txt</html>", "/a", True),
    ],
)
def test_the_longest_rule_of_our_group_counts(robots, target, allowed):
    assert allows(robots, AGENT, target) is allowed


def test_no_rule_takes_long():
    start = time.perf_counter()
    allows(f"User-agent: *\nDisallow: /{'a*' * 500}b", AGENT, "/" + "a" * 2000)
    assert time.perf_counter() - start < 1
