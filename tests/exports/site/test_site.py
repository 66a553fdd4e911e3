"""The files of the site: small, whole, without a word of the sources but names and dates."""

from __future__ import annotations

import base64
import gzip
import json
import os
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from exports.site.engine import EngineMissing, browser_engine, content_script
from exports.site.page import POLICY
from exports.site.site import compressed_size
from graph.drawing.script_bundle import bundle
from graph.formats.nquads import nquads
from settings import TEST_SOURCES

MAX_SITE_BYTES = 3_000_000
RUN = 8
HREF = re.compile(r'(?:href|src|action)=\\?"([^"\\]*)\\?"')


def data_of(files: dict[str, bytes], name: str):
    text = files[f"data/{name}.js"].decode()
    return json.loads(text.split(" = ", 1)[1].rstrip().removesuffix(";"))


def test_a_host_sends_it_in_three_megabytes(files):
    assert compressed_size(files) <= MAX_SITE_BYTES


def test_every_page_allows_no_other_machine(files):
    pages = [content.decode() for path, content in files.items() if path.endswith(".html")]
    assert len(pages) > 20
    for page in pages:
        assert f'content="{POLICY}"' in page
        assert not re.search(r"<script(?! defer src)", page)
    assert "http" not in POLICY


def test_every_link_leads_to_a_page_that_is_there(files, real_facts):
    """Also those in the pieces of HTML that the scripts put in."""
    known = {"code": real_facts.things, "id": real_facts.statements}
    for path, content in files.items():
        if path.startswith("assets") or path in ("data/facts.js", "data/ground.js"):
            continue
        for address in HREF.findall(content.decode()):
            parts = urlsplit(address.replace("&amp;", "&"))
            if parts.scheme in ("http", "https", "data") or not parts.path:
                continue
            start = Path("zh") if path.startswith("data") else Path(path).parent
            assert os.path.normpath(start / parts.path) in files, (path, address)
            for key, (value,) in parse_qs(parts.query).items():
                assert value in known.get(key, (value,)), (path, address)


def test_both_languages_have_the_same_pages(files):
    pages = [
        {path.removeprefix(f"{language}/") for path in files if path.startswith(f"{language}/")}
        for language in ("zh", "en")
    ]
    assert pages[0] == pages[1]
    assert {"thing.html", "search.html", "spread.html", "ask.html"} <= pages[0]


def test_the_same_facts_give_the_same_data(files, real_facts):
    assert content_script("facts", nquads(real_facts)).encode() == files["data/facts.js"]


def test_every_statement_stands_on_the_pages_of_all_that_it_names(files, real_facts):
    things, rows = data_of(files, "things-en"), data_of(files, "rows-en")
    for code, ids in real_facts.statements_naming.items():
        places = [place for _, _, listed in things[code]["sections"] for place in listed]
        assert sorted(rows["ids"][place] for place in places) == sorted(ids)


def test_the_engine_comes_with_its_licence(files):
    assert b"MIT licence" in files["assets/oxigraph-licence.txt"]
    assert "oxigraph-licence.txt" in files["en/about.html"].decode()


def test_a_folder_without_the_engine_is_told(tmp_path):
    with pytest.raises(EngineMissing) as told:
        browser_engine(tmp_path)
    assert told.value.folder == tmp_path


def test_scripts_are_those_of_the_app_and_the_exports(files):
    """The stage and the talk are drawn by the modules of graph/drawing and exports/talk."""
    assert bundle("exports/site/web/spread.js").encode() == files["assets/spread.js"]
    assert b"graph_drawing_web_stage_stage_js" in files["assets/spread.js"]
    assert b"exports_talk_web_talk_js" in files["assets/talk.js"]


@pytest.mark.needs_copies
def test_no_run_of_letters_of_a_text_is_in_it(files, root):
    """Beyond what the facts folder holds itself: names, dates as written, captions of talks."""
    sources = Path(os.environ[TEST_SOURCES])
    texts = [path.read_text(encoding="utf-8") for path in sorted(sources.glob("*.txt"))]
    runs = {
        text[start : start + RUN]
        for text in texts
        for start in range(len(text) - RUN + 1)
        if re.fullmatch(r"[\u4e00-\u9fff]{8}", text[start : start + RUN])
    }
    assert len(runs) > 4_000
    tables = [*(root / "facts").glob("*.csv"), *(root / "facts" / "talks").glob("*.toml")]
    held = " ".join(path.read_text(encoding="utf-8") for path in tables)
    site = "".join(
        content.decode()
        for path, content in sorted(files.items())
        if path.endswith((".html", ".js")) and not path.startswith("assets")
    )
    shown = {site[start : start + RUN] for start in range(len(site) - RUN + 1)}
    assert {run for run in runs & shown if run not in held} == set()


def test_the_data_of_the_engine_are_the_facts(files, real_facts):
    text = files["data/facts.js"].decode().split('"')[1]
    assert gzip.decompress(base64.b64decode(text)) == nquads(real_facts)
