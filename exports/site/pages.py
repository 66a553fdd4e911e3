"""The pages of a language, each with its content as HTML."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape

from exports.cards.page_links import PageLinks
from exports.cards.statement_words import publication_date
from exports.site.page import SitePage
from exports.site.texts import say
from exports.site.thing_pages import table_html
from graph.links.talk import Talk
from graph.lookup.browse_list import listed_things
from graph.lookup.thing_context import sort_label
from ontology.labels.labels import name as word
from ontology.labels.labels import schema_words
from ontology.schema.kinds import THINGS, Source, Thing
from texts.tables import APP

STAGE_STYLES = ("assets/stage.css", "assets/site.css")
NETWORK = "assets/vis-network.js"
MAP_GROUND = "data/ground.js"


def site_pages(links: PageLinks, talks: Sequence[Talk], about_html: str) -> Iterator[SitePage]:
    """All pages of a language; `about_html` is what the page on the data says, as HTML."""
    language = links.language
    yield _overview_page(links)
    yield SitePage("browse", APP.say("page_browse", language), _lists_html(links))
    data = f"data/{{}}-{language}.js"
    for name, parts in (("thing", ("things", "rows")), ("statement", ("statements",))):
        scripts = (*map(data.format, parts), f"assets/{name}.js")
        title = APP.say(f"page_{name}", language)
        yield SitePage(name, title, _page_filled_by_script(links, name), scripts)
    data_files = (data.format(name) for name in ("labels", "evidence"))
    scripts = ("data/names.js", *data_files, "assets/search.js")
    yield SitePage("search", say("results", language), _results_html(language), scripts)
    yield _spread_page(links, data)
    yield from _talk_pages(links, talks)
    yield _ask_page(links, data)
    yield SitePage(
        "about", say("about", language), _heading_html(say("about", language)) + about_html
    )


def _heading_html(title: str) -> str:
    return f"<h1>{escape(title)}</h1>"


def _overview_page(links: PageLinks) -> SitePage:
    """What there is: the counts of things by kind, the sources, and the way to the pictures."""
    facts, language = links.facts, links.language
    counts = Counter(type(thing).__name__ for thing in facts.things.values())
    kind, count, meaning = (APP.say(key, language) for key in ("kind", "count", "meaning"))
    rows = [
        {
            kind: f'<a href="browse.html#{name}">{escape(word(name, language))}</a>',
            count: f"{counts[name]:,}",
            meaning: escape(schema_words()[name].comment(language)),
        }
        for name in (entry.__name__ for entry in THINGS)
        if counts[name]
    ]
    kinds, sources = APP.say("things_by_kind", language), _sources_html(links)
    total = f"{APP.say('total_statements', language)} {len(facts.statements):,}"
    content = (
        f"{_heading_html(facts.dataset.title(language))}<p>{escape(say('intro', language))}</p>"
        f'<p><a class="button" href="spread.html">{escape(say("open_picture", language))}</a></p>'
        f"<p>{escape(total)}</p>{sources}<h2>{escape(kinds)}</h2>{table_html(rows, kinds)}"
        if rows
        else _heading_html(facts.dataset.title(language))
    )
    return SitePage("overview", APP.say("page_overview", language), content)


def _sources_html(links: PageLinks) -> str:
    facts, language = links.facts, links.language
    counts = Counter(statement.source for statement in facts.statements.values())
    title = APP.say("page_sources", language)
    rows = [
        {
            APP.say("title", language): links.thing(source.code),
            word("published", language): escape(publication_date(source, language)),
            APP.say("statements", language): f"{counts[source.code]:,}",
        }
        for source in facts.things_of(Source)
    ]
    return f"<h2>{escape(title)}</h2>{table_html(rows, title)}" if rows else ""


def _lists_html(links: PageLinks) -> str:
    """All things by kind, as links to their pages."""
    kinds = [kind for kind in THINGS if links.facts.things_of(kind)]
    labels = {kind: escape(word(kind.__name__, links.language)) for kind in kinds}
    jumps = " · ".join(f'<a href="#{kind.__name__}">{labels[kind]}</a>' for kind in kinds)
    lists = "".join(
        f'<h2 id="{kind.__name__}">{labels[kind]}</h2>{_list_html(links, kind)}' for kind in kinds
    )
    return f"{_heading_html(APP.say('page_browse', links.language))}<p>{jumps}</p>{lists}"


def _list_html(links: PageLinks, kind: type[Thing]) -> str:
    facts, language = links.facts, links.language
    other_language = "en" if language == "zh" else "zh"
    name, other_name, sort, count = (
        APP.say(key, language)
        for key in ("browse_name", "browse_other_name", "browse_sort", "statements")
    )
    rows = [
        {
            name: links.thing(thing.code),
            other_name: escape(facts.display_name(thing.code, other_language)),
            sort: escape(sort_label(facts, facts.things[thing.code], language)),
            count: f"{thing.statements:,}",
        }
        for thing in listed_things(facts, kind)
    ]
    return table_html(rows, word(kind.__name__, language))


def _page_filled_by_script(links: PageLinks, name: str) -> str:
    """The content of a page whose script fills in a thing or a statement."""
    language = links.language
    title = APP.say(f"page_{name}", language)
    none = {
        "thing": APP.say("thing_none_chosen", language),
        "statement": say("no_statement", language, id="{id}"),
    }[name]
    unknown = APP.say("thing_unknown_far", language, code="{id}") if name == "thing" else none
    return (
        f'{_heading_html(title)}<div class="filled" data-none="{escape(none)}" '
        f'data-unknown="{escape(unknown)}"></div>'
    )


def _results_html(language: str) -> str:
    title, nothing = say("results", language), APP.say("search_nothing", language)
    hint = escape(say("search_how", language))
    return (
        f'{_heading_html(title)}<p class="note">{hint}</p>'
        f'<div class="hits" role="status" data-nothing="{escape(nothing)}"></div>'
    )


def _spread_page(links: PageLinks, data: str) -> SitePage:
    title = APP.say("page_spread", links.language)
    scripts = (NETWORK, MAP_GROUND, data.format("spread"), "assets/spread.js")
    content = f'{_heading_html(title)}<div class="box"></div>'
    return SitePage("spread", title, content, scripts, STAGE_STYLES)


def _talk_pages(links: PageLinks, talks: Sequence[Talk]) -> Iterator[SitePage]:
    """The list of the talks, and a page each."""
    language = links.language
    title = APP.say("page_talks", language)
    items = "".join(
        f'<li><a href="talk-{escape(talk.name)}.html">{escape(talk.title(language))}</a></li>'
        for talk in talks
    )
    no_talks = f'<p class="note">{escape(say("no_talks", language))}</p>'
    yield SitePage(
        "talks", title, _heading_html(title) + (f"<ul>{items}</ul>" if items else no_talks)
    )
    for talk in talks:
        scripts = (NETWORK, MAP_GROUND, f"data/talk-{talk.name}.js", "assets/talk.js")
        content = '<div class="player"></div>'
        yield SitePage(f"talk-{talk.name}", talk.title(language), content, scripts, STAGE_STYLES)


def _ask_page(links: PageLinks, data: str) -> SitePage:
    language = links.language
    title = APP.say("page_ask", language)
    labels = ("question", "ask", "working", "no_engine", "bad_query", "rows", "no_rows", "query")
    texts = " ".join(
        f'data-{key.replace("_", "-")}="{escape(say(key, language))}"' for key in labels
    )
    content = (
        f'{_heading_html(title)}<form class="question"></form>'
        f'<div class="answer" aria-live="polite" {texts}></div>'
    )
    scripts = (
        "assets/oxigraph.js",
        "data/facts.js",
        data.format("questions"),
        data.format("evidence"),
        "assets/ask.js",
    )
    return SitePage("ask", title, content, scripts)
