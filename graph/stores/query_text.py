"""Checks of a query before an engine reads it, and the reasons why an engine cannot read it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from graph.stores.messages import Message, message
from graph.stores.store import BadQuery, Parameter

# Invisible outside strings: control and format characters; in SPARQL also blanks that are
# no plain space, which Cypher takes for blanks.
HIDDEN_CATEGORIES = {"cypher": ("Cc", "Cf"), "sparql": ("Cc", "Cf", "Zs", "Zl", "Zp")}
PLAIN_BLANKS = " \t\n\r\f\v"
STRINGS_AND_COMMENTS = re.compile(
    r"""'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`[^`]*`|//[^\n\r]*|/\*.*?\*/""", re.DOTALL
)
MAX_INTEGER, MIN_INTEGER = 2**63 - 1, -(2**63)
CYPHER_WORDS = frozenset(["MATCH", "OPTIONAL", "UNWIND", "RETURN", "CALL", "MERGE", "FOREACH"])
SPARQL_WORDS = frozenset(["SELECT", "ASK", "CONSTRUCT", "DESCRIBE", "PREFIX", "BASE"])


def check_text(query: str, parameters: Mapping[str, Parameter]) -> None:
    """Raises BadQuery for text that no engine can take: broken characters, too large numbers."""
    for text in (query, *parameters, *(v for v in parameters.values() if isinstance(v, str))):
        if (position := _broken_character(text)) is not None:
            raise BadQuery(message("broken_character", position=position + 1))
    for name, value in parameters.items():
        if isinstance(value, int) and not MIN_INTEGER <= value <= MAX_INTEGER:
            raise BadQuery(message("number_too_large", name=name, value=value))


def _broken_character(text: str) -> int | None:
    """The place of a broken character: half of a pair, or a byte that is not UTF-8."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        return error.start
    return None


def hidden_character(query: str, language: str) -> Message | None:
    """The name of the first invisible character outside strings and comments.

    `language` is that of the query, `cypher` or `sparql`.
    """
    blanked = STRINGS_AND_COMMENTS.sub(lambda match: " " * len(match[0]), query)
    for position, character in enumerate(blanked):
        hidden = unicodedata.category(character) in HIDDEN_CATEGORIES[language]
        if hidden and character not in PLAIN_BLANKS:
            return message(
                "hidden_character",
                code=f"U+{ord(character):04X}",
                name=unicodedata.name(character, "control character"),
                position=position + 1,
            )
    return None


def other_language(first_word: str, language: str) -> Message | None:
    """The sentence for a query in the language that this store does not speak."""
    word = first_word.upper()
    if language == "sparql" and word in CYPHER_WORDS:
        return message("cypher_in_sparql")
    if language == "cypher" and word in SPARQL_WORDS:
        return message("sparql_in_cypher")
    return None
