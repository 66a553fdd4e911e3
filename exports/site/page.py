"""The frame of every page of the site: its head, its links to the others, and how to cite it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from html import escape

from exports.citations.forms import CitationForm, citation_text
from exports.citations.references import CitationContext, references
from exports.site.texts import say
from graph.model.facts import Facts
from texts.tables import APP

# No page asks another machine for anything. vis-network writes style elements of its own.
POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; base-uri 'none'"
)
# The pages that every page leads to, by the app's names for them.
PAGES_IN_MENU = ("overview", "browse", "spread", "talks", "ask")
HOME = "overview"
SCRIPT = "assets/{}.js"
OTHER_LANGUAGE = {"zh": "en", "en": "zh"}


@dataclass(frozen=True)
class SitePage:
    """A page: the name of its file, its title, its content as HTML, and scripts in their order.

    Paths of scripts and styles begin at the site's folder.
    """

    name: str
    title: str
    content: str
    scripts: tuple[str, ...] = ("assets/page.js",)
    styles: tuple[str, ...] = ("assets/site.css",)


@dataclass(frozen=True)
class SiteFrame:
    """What all pages of a language have in common."""

    facts: Facts
    language: str
    fingerprint: str

    def html(self, page: SitePage) -> bytes:
        """The file of a page."""
        title = escape(self.facts.dataset.title(self.language))
        return f"""{head(self.language, f"{escape(page.title)} · {title}", page, "../")}
<body>
<a class="skip" href="#content">{escape(say("skip", self.language))}</a>
<header class="bar"><a class="home" href="{HOME}.html">{title}</a>
{self._pages(page)}{self._search()}
{self._other_language(page)}</header>
<noscript><p class="note">{escape(say("needs_script", self.language))}</p></noscript>
<main id="content" tabindex="-1">
{page.content}
</main>
{self._foot()}
</body>
</html>
""".encode()

    def _pages(self, page: SitePage) -> str:
        links = [(name, APP.say(f"page_{name}", self.language)) for name in PAGES_IN_MENU]
        items = "".join(
            f'<li><a href="{name}.html"{" aria-current=page" * (name == page.name)}>'
            f"{escape(label)}</a></li>"
            for name, label in [*links, ("about", say("about", self.language))]
        )
        return f'<nav aria-label="{escape(say("pages", self.language))}"><ul>{items}</ul></nav>'

    def _search(self) -> str:
        label, hint = (
            escape(APP.say(key, self.language)) for key in ("search_box", "search_box_placeholder")
        )
        box = f'<input type="search" name="q" aria-label="{label}" placeholder="{hint}">'
        return f'<form role="search" action="search.html" method="get">{box}</form>'

    def _other_language(self, page: SitePage) -> str:
        language = OTHER_LANGUAGE[self.language]
        name = escape(say("other_language", self.language))
        return (
            f'<a class="language" hreflang="{language}" lang="{language}" '
            f'href="../{language}/{page.name}.html">{name}</a>'
        )

    def _foot(self) -> str:
        """How to cite the dataset, its licence, its release, and the hash of its facts."""
        citation = escape(self.dataset_citation())
        licence = escape(self.facts.dataset.licence)
        release = escape(release_words(self.facts, self.language))
        return (
            f"<footer><p>{escape(APP.say('cite_dataset', self.language))}: {citation}</p>"
            f"<p>{escape(say('licence', self.language))}: {licence} · "
            f"{escape(say('release', self.language))}: {release} · SHA-256 "
            f'<code title="{self.fingerprint}">{self.fingerprint[:12]}…</code></p></footer>'
        )

    def dataset_citation(self) -> str:
        """The citation of the dataset in the style of the language's readers, on one line."""
        form = CitationForm.GBT7714 if self.language == "zh" else CitationForm.APA
        context = CitationContext(self.facts, self.language)
        text = citation_text(references(context, [self.facts.dataset.name]), form, self.language)
        return " ".join(text.removeprefix("[1] ").split())


def head(language: str, title: str, page: SitePage, root: str) -> str:
    """The head of an HTML file; `title` is HTML."""
    styles = "".join(f'<link rel="stylesheet" href="{root}{path}">' for path in page.styles)
    scripts = "".join(f'<script defer src="{root}{path}"></script>' for path in page.scripts)
    return f"""<!doctype html>
<html lang="{"zh-Hans" if language == "zh" else language}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>{title}</title>
{styles}{scripts}
</head>"""


def release_words(facts: Facts, language: str) -> str:
    """The release of the facts, or that they are the present ones."""
    if facts.release is None:
        return say("present", language)
    return f"{facts.release.version} ({facts.release.day.isoformat()})"


def fingerprint(quads: bytes) -> str:
    """The SHA-256 of the N-Quads of the facts, which identifies them."""
    return hashlib.sha256(quads).hexdigest()
