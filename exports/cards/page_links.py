"""Links among pages: those of the app, and those of a site of static files."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from urllib.parse import urlencode

from graph.model.facts import Facts


@dataclass(frozen=True)
class PageLinks:
    """The addresses of pages about these facts, in `zh` or `en`, relative to each other.

    The app's addresses carry the language and the release; a site has a folder for each language.
    """

    facts: Facts
    language: str
    is_static: bool = False

    def address(self, page: str, **parts: str) -> str:
        """A page with these parts of its view."""
        if self.is_static:
            return f"{page}.html" + (f"?{urlencode(parts)}" if parts else "")
        release = {"as_of": self.facts.release.version} if self.facts.release else {}
        return f"{page}?{urlencode({'lang': self.language, **parts, **release})}"

    def statement(self, id: str) -> str:
        """HTML: the id of a statement, which leads to its page."""
        return self.link(self.address("statement", id=id), f"<code>{escape(id)}</code>")

    def thing(self, code: str) -> str:
        """HTML: the name of a thing, linked unless only withdrawn statements name it."""
        name = escape(self.facts.display_name(code, self.language))
        if code not in self.facts.things:
            return name
        return self.link(self.address("thing", code=code), name)

    def link(self, address: str, html: str) -> str:
        """HTML that leads to a page; the app opens it beside the present one."""
        target = "" if self.is_static else ' target="_blank" rel="noopener"'
        return f'<a href="{escape(address)}"{target}>{html}</a>'
