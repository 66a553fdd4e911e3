"""Large networks in a browser: ours, pyvis as it comes, and sigma as it comes, on the same links.

Chromium draws without a graphics card, as on a plain office machine: WebGL by software. Frames a
second depend on what else the machine does; processor time a frame, of all the browser's processes,
less so. `python -m bench networks` needs `npm ci --ignore-scripts` and Chromium.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright
from pyvis.network import Network

from bench.markdown_table import table
from bench.scaled_facts import scale_facts
from graph.drawing.large_scene import large_groups, large_scene, large_spots
from graph.drawing.network_scene import OPTIONS
from graph.drawing.scene_types.large import LargeScene
from graph.drawing.script_bundle import bundle, vis_network
from graph.drawing.texts import all_texts
from graph.drawing.theme import LIGHT
from graph.links.edge_bundle_index import bundle_index
from graph.links.edge_filter import limit_nodes
from loaders.facts.facts_folder import read_facts

ROOT = Path(__file__).parents[2]
PACKAGES = ROOT / "node_modules"
SCRIPT = Path(__file__).with_suffix(".js")
FLAGS = ["--no-sandbox", "--enable-unsafe-swiftshader", "--disable-gpu"]
COUNTS, STATEMENTS = (1_000, 5_000), 12_000
# pyvis lays out more things than this for minutes.
MAX_PYVIS_THINGS = 1_000
# Milliseconds for a picture to appear, and for frames to be counted.
PATIENCE, MILLISECONDS = 300_000, 4_000
Scene = LargeScene

# pyvis lays out in the browser before anything is seen.
PYVIS_START = "network = new vis.Network(container, data, options);"
TIMED_PYVIS_START = f"""begun = performance.now(); {PYVIS_START}
network.once('stabilizationIterationsDone', () => {{ stable = true; }});"""


def report() -> str:
    """A Markdown table: a row for each way to draw and each number of things."""
    with sync_playwright() as playwright:
        path = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        rows = [row for count in COUNTS for row in _rows(browser, _scene(count))]
        browser.close()
    header = ["things and links", "drawn by", "ms to the first picture", "CPU ms to it"]
    header += ["drag, frames a s", "drag, CPU ms a frame", "filter, frames a s"]
    return f"load {os.getloadavg()[0]:.1f}\n\n" + table(header, rows)


def _scene(count: int) -> Scene:
    facts = scale_facts(read_facts(ROOT / "facts"), STATEMENTS)
    bundles = limit_nodes(bundle_index(facts), count)
    return large_scene(facts, bundles, large_spots(bundles), "zh")


def _rows(browser: Browser, scene: Scene) -> Iterator[tuple[object, ...]]:
    size = f"{len(scene['nodes']):,} and {len(scene['edges']):,}"
    draw_functions: dict[str, Callable[[Page, Scene], float]] = {
        "this app": _draw_own,
        "sigma 4.0.4, its defaults": _draw_by_sigma,
        "pyvis 0.3.2, its defaults": _draw_by_pyvis,
    }
    if len(scene["nodes"]) > MAX_PYVIS_THINGS:
        del draw_functions["pyvis 0.3.2, its defaults"]
    for name, draw in draw_functions.items():
        with _page(browser) as page:
            before = _browser_seconds()
            shown = draw(page, scene)
            used = (_browser_seconds() - before) * 1000
            dragged, cpu = _frames(page, "drag")
            filtered: object = _frames(page, "filter")[0] if draw is _draw_own else "-"
        yield size, name, shown, used, dragged, cpu, filtered
        print(size, name, shown, used, dragged, cpu, filtered, file=sys.stderr)


@contextmanager
def _page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1366, "height": 768})
    page.set_default_timeout(PATIENCE)
    page.set_content('<div id="box" style="width:1300px;height:600px"></div>')
    yield page
    page.close()


def _draw_own(page: Page, scene: Scene) -> float:
    pane = bundle("graph/drawing/web/large/large_pane.js")
    page.add_script_tag(content=f"{vis_network()}\n{pane}\nglobalThis.Pane = LargePane;")
    colours = {**vars(LIGHT), "font": "sans-serif"}
    looks = {"groups": large_groups(LIGHT), "colours": colours, "options": OPTIONS}
    return _draw_seconds(page, "ours", [scene, {**looks, "words": all_texts("zh")}])


def _draw_by_sigma(page: Page, scene: Scene) -> float:
    for path in ("graphology/dist/graphology.umd.min.js", "sigma/dist/sigma.min.js"):
        page.add_script_tag(path=PACKAGES / path)
    return _draw_seconds(page, "sigma", [scene])


def _draw_by_pyvis(page: Page, scene: Scene) -> float:
    drawing = Network(directed=True, cdn_resources="in_line")
    for node in scene["nodes"]:
        drawing.add_node(node["id"], label=node["name"])
    for _, start, end, *_rest in scene["edges"]:
        drawing.add_edge(scene["nodes"][start]["id"], scene["nodes"][end]["id"])
    page.route("http*://**", lambda route: route.abort())
    page.set_content(
        drawing.generate_html().replace(PYVIS_START, TIMED_PYVIS_START), wait_until="commit"
    )
    page.wait_for_function("() => window.stable")
    return _draw_seconds(page, "pyvis", [scene])


def _draw_seconds(page: Page, name: str, arguments: list[Any]) -> float:
    page.add_script_tag(path=SCRIPT)
    return float(page.evaluate(f"(given) => draws.{name}(given)", arguments))


def _frames(page: Page, name: str) -> tuple[float, float]:
    """Frames a second while something is done in each, and CPU milliseconds a frame."""
    before = _browser_seconds()
    count, spent = page.evaluate("(given) => frames(given)", [name, MILLISECONDS])
    return count / spent * 1000, (_browser_seconds() - before) / count * 1000


def _browser_seconds() -> float:
    """Processor seconds of all processes that descend from this one, and still run."""
    ticks: dict[int, tuple[int, int]] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text(encoding="utf-8").rpartition(")")[2].split()
        except OSError:
            continue
        ticks[int(path.parent.name)] = int(fields[1]), int(fields[11]) + int(fields[12])
    ours, count = {os.getpid()}, 0
    while len(ours) != count:
        count = len(ours)
        ours |= {pid for pid, (parent, _) in ticks.items() if parent in ours}
    used = sum(ticks[pid][1] for pid in ours - {os.getpid()} if pid in ticks)
    return used / float(os.sysconf("SC_CLK_TCK"))


if __name__ == "__main__":
    print(report())
