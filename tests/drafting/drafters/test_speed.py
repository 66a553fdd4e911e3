"""A long article is drafted while a reader waits."""

from __future__ import annotations

import time

from drafting.drafters.article import read_article
from drafting.drafters.draft_text import draft_text
from drafting.recognition.vocabulary import vocabulary

LENGTH = 7000
# Generous: an article takes about ten times the simple loop.
TIMES = 60
INVENTED = (
    "云朵市推行风筝传信制度，建立云朵仓库{n}个、雨滴银行{n}家，覆盖率由{n}%提高到9{n}%。"
    "2023年，该市召开风筝大会，全文编造，并无此事。\n"
)


def simple_loop() -> float:
    start = time.process_time()
    total = 0
    for number in range(1_000_000):
        total += number % 7
    assert total > 0
    return time.process_time() - start


def test_an_article_of_7000_letters_takes_no_more_than_sixty_simple_loops(real_facts):
    words = vocabulary(real_facts)
    number, raw = 0, ""
    while len(raw) < LENGTH:
        raw += INVENTED.format(n=number)
        number += 1
    start = time.process_time()
    drafts = draft_text(read_article("made-up", "2024-05-06", raw, words))
    spent = time.process_time() - start
    assert len(drafts) > number
    assert spent < TIMES * simple_loop()
