"""Links from one page to another: the address of the page that shows a statement or a thing.

They are relative, so that they hold wherever the app is served, and open a tab of their own: a
page that is loaded anew has forgotten the reader's folder of copies.
"""

from __future__ import annotations

from exports.cards.page_links import PageLinks
from graph.model.facts import Facts

# Where an address has the id or code, so that a table can show this alone.
ID_IN_ADDRESS = r"[?&](?:id|code)=([^&]+)"
# Where an address has the name that a table shows: at its beginning, because a table sorts links
# by their addresses. The opened page removes it from its own address.
NAME_PART = "label"
NAME_IN_ADDRESS = rf"[?]{NAME_PART}=([^&]+)"
# The signs of a name that would mean something in an address.
ESCAPED_SIGNS = str.maketrans({sign: f"%{ord(sign):02X}" for sign in "%+&#"})


def statement_address(facts: Facts, id: str, language: str) -> str:
    """The permalink of a statement, standing or withdrawn, as of the release of these facts."""
    return PageLinks(facts, language).address("statement", id=id)


def thing_address(facts: Facts, code: str, language: str) -> str:
    """The page of a thing."""
    return PageLinks(facts, language).address("thing", code=code)


def page_address(facts: Facts, page: str, language: str, **parts: str) -> str:
    """A page with these parts of its view."""
    return PageLinks(facts, language).address(page, **parts)


def named_address(facts: Facts, code: str, language: str) -> str:
    """The page of a thing, with its name, for a table to show."""
    return with_name(thing_address(facts, code, language), facts.display_name(code, language))


def with_name(address: str, name: str) -> str:
    """An address with the name that a table shows for it."""
    page, _, parts = address.partition("?")
    return f"{page}?{NAME_PART}={name.translate(ESCAPED_SIGNS)}&{parts}"


def question_address(facts: Facts, key: str, language: str, **values: str) -> str:
    """The page of a question of the catalogue, with values of its parameters."""
    return PageLinks(facts, language).address("ask", question=key, **values)


def entry_address(facts: Facts, id: str, language: str) -> str | None:
    """The page of a statement, by its id, or of a thing, by its code; None if there is none."""
    if id in facts.statements or id in facts.withdrawn:
        return statement_address(facts, id, language)
    return thing_address(facts, id, language) if id in facts.things else None


def thing_link(facts: Facts, code: str, language: str) -> str:
    """HTML: the name of a thing, linked to its page unless only withdrawn statements name it."""
    return PageLinks(facts, language).thing(code)
