"""The data of the site's search: all names in the form in which typed text is compared."""

from __future__ import annotations

from functools import cache

from exports.site.site_values import SiteName, SiteSearchLabels, SiteSearchNames
from graph.drawing.statement_headline import headline
from graph.lookup.name_lookup import Name
from graph.lookup.romanization import plain_sign
from graph.lookup.search import name_index
from graph.lookup.thing_context import context_label
from graph.model.facts import Facts
from ontology.schema.kinds import THINGS
from queries.catalogue import ValueType, questions
from queries.search.common_words import common_words
from queries.search.hits_table import kind_name
from queries.search.question_hits import question_names
from queries.search.search_hits import QUESTION, STATEMENT
from queries.search.word_matches import broader

CHINESE_CODES = range(0x3400, 0xA000)


def search_names(facts: Facts) -> SiteSearchNames:
    """The names of things and questions in the forms in which they are compared, and all ids."""
    entries = name_index(facts.things.values()).names
    return {
        "things": [
            (
                code,
                type(facts.things[code]).__name__,
                [_name(name) for name in names],
                list(broader(facts.things[code])),
            )
            for code, names in entries
        ],
        "questions": {
            key: [" ".join(name.words) for name in names] for key, names in question_names().items()
        },
        "asked": _questions_of_things(),
        "common": list(common_words()),
        "ids": [*facts.statements, *facts.withdrawn],
        "simplified": _simplified_pairs(
            frozenset(sign for _, names in entries for name in names for sign in name.plain_text)
            | frozenset("".join(common_words()))
        ),
    }


def search_labels(facts: Facts, language: str) -> SiteSearchLabels:
    """The words of the hits in `zh` or `en`; those of standing statements are their evidence."""
    kinds = [*(kind.__name__ for kind in THINGS), STATEMENT, QUESTION]
    return {
        "kinds": {kind: kind_name(kind, language) for kind in kinds},
        "things": {
            code: (facts.display_name(code, language), context_label(facts, code, language))
            for code in facts.things
        },
        "withdrawn": {
            id: headline(facts, withdrawal.statement, language)
            for id, withdrawal in facts.withdrawn.items()
        },
        "questions": {key: entry.title.name(language) for key, entry in questions().items()},
    }


def _questions_of_things() -> dict[str, tuple[str, list[str]]]:
    """The parameter of each question about a thing, and the kinds that it takes."""
    first_parameters = {
        key: entry.parameters[0] for key, entry in questions().items() if entry.parameters
    }
    return {
        key: (parameter.key, list(parameter.type))
        for key, parameter in first_parameters.items()
        if not isinstance(parameter.type, ValueType)
    }


def _name(name: Name) -> SiteName:
    """A name; where each letter sounds as itself its sounds are left out."""
    letters = tuple((sign,) for sign in name.plain_text)
    sounds = "" if name.sounds == letters else " ".join(map("/".join, name.sounds))
    return name.text, " ".join(name.words), sounds, int(name.is_short)


@cache
def _simplified_pairs(signs: frozenset[str]) -> str:
    """Pairs of characters: one that may be typed, and the matching one in the names."""
    typed_signs = (chr(code) for code in CHINESE_CODES)
    pairs = ((sign, plain_sign(sign)) for sign in typed_signs)
    return "".join(sign + plain for sign, plain in pairs if plain != sign and plain in signs)
