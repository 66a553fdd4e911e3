"""Drafts of adoptions: mechanisms named in a clause, and what its verbs say is done."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafting.drafters.article import EDGES, Article
from drafting.drafters.stance import stance
from drafting.drafters.subject import Clause
from drafting.drafts.draft import NEW, Band, Draft
from drafting.words.word_tables import word_alternatives, word_pattern

KIND = "adoption"
# The share of letters from which the nearest mechanism is proposed; below it a new one is, with
# the nearest as candidates.
LIKE = 0.4
# A name of two letters counts only in a clause with a verb; a deed has at least four letters.
SHORT, SHORTEST, LONGEST = 3, 4, 40
ITEM = re.compile("、|(?<=[\u4e00-\u9fff]{4})(?:以及|和|及)(?=[\u4e00-\u9fff]{3})")
QUOTED_LIST = re.compile("“[^”]*、[^”]*”")
COUNT = "(?:[0-9]+[余多]?[个家名条项批支种]|一批|一系列)?"
MANY_ITEMS, ITEM_LENGTH = 8, 18


def draft_adoptions(article: Article, drafted_by: str) -> Iterator[Draft]:
    """A draft for each mechanism that a clause names, and for each deed that names none."""
    for clause in article.clauses:
        phrase = article.text(clause.stretch)
        verb = word_pattern("deed_verbs").search(phrase)
        names = [
            name for name in article.lexicon.mentions(phrase) if verb or len(name.written) >= SHORT
        ]
        mechanisms: set[str] = set()
        for name in names:
            if name.codes[0] not in mechanisms:
                mechanisms.add(name.codes[0])
                yield _draft(article, clause, name.codes[0], name.written, phrase, drafted_by)
        for item in _items(phrase[verb.start() :], verb[0]) if verb else ():
            if not any(name.written in item for name in names) and len(item) >= SHORTEST:
                nearest = article.lexicon.nearest(item)
                like = nearest[0][0] if nearest and nearest[0][1] >= LIKE else None
                if like not in mechanisms or like is None:
                    mechanisms.update({like} if like else ())
                    deed = _without_verb(item)
                    cell = like or f"{NEW}{deed}"
                    yield _draft(article, clause, cell, deed, item, drafted_by)


def _items(deed: str, verb: str) -> list[str]:
    """What a deed lists: its items if they are short, else the deed itself."""
    deed = deed.strip(EDGES)
    if "、" in deed and not QUOTED_LIST.search(deed):
        items = [item.strip(EDGES) for item in ITEM.split(deed.removeprefix(verb))]
        if len(items) <= MANY_ITEMS and all(2 <= len(item) <= ITEM_LENGTH for item in items):
            return items
    return [deed[:LONGEST]]


def _without_verb(item: str) -> str:
    """A deed without the verbs that tell nothing of what is done, and without a count."""
    words = word_alternatives("light_verbs")
    name = re.sub(rf"^(?:(?:{words})[起了成]?)*{COUNT}", "", item)
    return name if len(name) >= SHORTEST else item


def _draft(
    article: Article,
    clause: Clause,
    mechanism: str,
    local_name: str,
    phrase: str,
    drafted_by: str,
) -> Draft:
    """A draft with the mechanisms nearest to a phrase as candidates; a deed's own is a guess."""
    nearest = tuple(code for code, _ in article.lexicon.nearest(phrase))
    band = Band.GUESS if phrase.endswith(local_name) else None
    cells = {
        "adopter": clause.party,
        "mechanism": mechanism,
        "local_name": local_name,
        "stance": stance(article, clause),
    }
    candidates = (("mechanism", nearest),) if nearest else ()
    return article.draft(KIND, clause, cells, drafted_by, band=band, candidates=candidates)
