"""All files of the site by their paths, and the folder that holds them."""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from pathlib import Path

from exports.cards.page_links import PageLinks
from exports.cards.statement_card import STYLE
from exports.export_file import write_atomically
from exports.html.stage_page import drawing_style, in_script
from exports.site.engine import BrowserEngine, content_script
from exports.site.page import HOME, SiteFrame, SitePage, fingerprint, head, release_words
from exports.site.pages import site_pages
from exports.site.question_data import question_data
from exports.site.scenes import spread_scene, talk_without_outlines, without_outlines
from exports.site.search_data import search_labels, search_names
from exports.site.texts import say
from exports.site.thing_pages import evidence_lines, statement_pages, statement_rows, thing_pages
from exports.talk.slides import Json, slides, talk_style
from graph.drawing.script_bundle import bundle, vis_network
from graph.drawing.theme import DARK, LIGHT
from graph.formats.nquads import nquads
from graph.links.talk import Talk
from graph.model.facts import Facts
from texts.tables import LANGUAGES

WEB = Path(__file__).with_name("web")
# The scripts of pages; each is a module beside this file.
ENTRIES = ("page", "start", "thing", "statement", "search", "spread", "talk", "ask")


def site_files(facts: Facts, talks: Sequence[Talk], engine: BrowserEngine) -> dict[str, bytes]:
    """Every file of the site by its path in the folder."""
    quads = nquads(facts)
    files = {"index.html": _start(facts), **_assets(engine)}
    files["data/facts.js"] = content_script("facts", quads).encode()
    files["data/names.js"] = _data("names", search_names(facts))
    outlines: Json = {}
    for talk in talks:
        data = talk_without_outlines(slides(facts, talk), outlines)
        files[f"data/talk-{talk.name}.js"] = _data("talk", data)
    for language in LANGUAGES:
        scene = without_outlines(spread_scene(facts, language), outlines)
        for name, content in (("spread", scene), *_data_of(facts, language)):
            files[f"data/{name}-{language}.js"] = _data(name, content)
        frame = SiteFrame(facts, language, fingerprint(quads))
        links = PageLinks(facts, language, is_static=True)
        for page in site_pages(links, talks, _about_html(frame, engine)):
            files[f"{language}/{page.name}.html"] = frame.html(page)
    return {**files, "data/ground.js": _data("ground", outlines)}


def write_site(files: Mapping[str, bytes], folder: Path) -> None:
    """Writes the files of a site into a folder; raises NotWritable."""
    for path, content in files.items():
        write_atomically(folder / path, content)


def compressed_size(files: Mapping[str, bytes]) -> int:
    """How many bytes the files take as a host sends them, compressed each by itself."""
    return sum(
        len(content) if path.endswith(".gz") else len(gzip.compress(content, 9))
        for path, content in files.items()
    )


def _data_of(facts: Facts, language: str) -> Iterator[tuple[str, object]]:
    """The data of a language's pages."""
    links = PageLinks(facts, language, is_static=True)
    yield "things", thing_pages(links)
    yield "rows", statement_rows(links)
    yield "statements", statement_pages(links)
    yield "labels", search_labels(facts, language)
    yield "questions", question_data(facts, language)
    yield "evidence", evidence_lines(facts, language)


def _data(name: str, content: object) -> bytes:
    """A script that puts content into the site's data."""
    return f"(globalThis.siteData ??= {{}}).{name} = {in_script(content)};\n".encode()


def _assets(engine: BrowserEngine) -> dict[str, bytes]:
    """The scripts and styles, and the licence of the engine."""
    files = {f"assets/{name}.js": bundle(f"exports/site/web/{name}.js") for name in ENTRIES}
    files["assets/vis-network.js"] = vis_network()
    files["assets/stage.css"] = drawing_style() + talk_style()
    card = STYLE.removeprefix("<style>").removesuffix("</style>")
    files["assets/site.css"] = _colours() + card + (WEB / "site.css").read_text(encoding="utf-8")
    return {
        **{path: text.encode() for path, text in files.items()},
        "assets/oxigraph.js": engine.script,
        "assets/oxigraph-licence.txt": engine.licence,
    }


def _colours() -> str:
    """The colours of the app's themes, by the theme of the system."""
    light, dark = (f"--ground:{look.ground};--text:{look.text}" for look in (LIGHT, DARK))
    return f":root{{{light}}}\n@media (prefers-color-scheme:dark){{:root{{{dark}}}}}\n"


def _start(facts: Facts) -> bytes:
    """The first page: on to the reader's language; without JavaScript a choice of both."""
    titles = {language: facts.dataset.title(language) for language in LANGUAGES}
    items = "".join(
        f'<li><a lang="{language}" href="{language}/{HOME}.html">{escape(title)}</a></li>'
        for language, title in titles.items()
    )
    title = escape(" · ".join(dict.fromkeys(titles.values())))
    choose = escape(" · ".join(say("choose_language", language) for language in LANGUAGES))
    page = SitePage("index", title, "", ("assets/start.js",))
    return f"""{head("zh", title, page, "")}
<body><main><h1>{title}</h1><p>{choose}</p><ul class="start">{items}</ul></main></body>
</html>
""".encode()


def _about_html(frame: SiteFrame, engine: BrowserEngine) -> str:
    """What the data are, how to cite them, and the software that is in the site."""
    facts, language = frame.facts, frame.language
    queries = say("software_engine", language, version=engine.version)
    network, text = say("software_network", language), escape(say("licence_text", language))
    licence = f'<a href="../assets/oxigraph-licence.txt">{text}</a>'
    rows = (
        (say("licence", language), escape(facts.dataset.licence)),
        (say("release", language), escape(release_words(facts, language))),
        (say("fingerprint", language), f"<code>{frame.fingerprint}</code>"),
        (
            say("software", language),
            f"{escape(queries)} ({licence})<br>{escape(network)}",
        ),
    )
    items = "".join(f"<dt>{escape(key)}</dt><dd>{html}</dd>" for key, html in rows)
    return (
        f"<p>{escape(say('intro', language))}</p><p>{escape(frame.dataset_citation())}</p>"
        f'<div class="card"><dl>{items}</dl></div>'
    )
