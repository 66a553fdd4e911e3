"""What the tests share: the two facts folders, the stores that hold them, and Chromium."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from graph.model.facts import Facts
from graph.model.property_graph import PropertyGraph, property_graph
from graph.stores.embedded.store import EmbeddedStore
from graph.stores.neo4j.store import Driver, connect
from graph.stores.sparql.store import SparqlStore
from graph.stores.store import Limits
from loaders.facts.facts_folder import read_facts
from settings import REQUIRE_ALL, TEST_PANELS, TEST_SOURCES
from tests.browsing import browser_state
from tests.servers.any_neo4j import USER_SERVER, any_neo4j, lines, user_server
from tests.servers.neo4j_server import NoServer, Server

ROOT = Path(__file__).parents[1]
# No answer of these tests may be cut, and a loaded machine is no fault of a query.
LIMITS = Limits(seconds=30, rows=20_000)

# The engines of the tests answer short questions, which the second compiler would slow down.
os.environ.setdefault("ARCADEDB_JVM_ARGS", "-XX:TieredStopAtLevel=1")

# A law is no race: no deadline, and the same examples on every machine.
settings.register_profile("tests", deadline=None, derandomize=True, max_examples=60)
settings.load_profile("tests")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "needs_chromium: opens pages in a real browser")
    config.addinivalue_line(
        "markers", f"needs_copies: reads the articles; {TEST_SOURCES} names them"
    )
    config.addinivalue_line(
        "markers", f"needs_panels: reads published panels; {TEST_PANELS} names their folder"
    )
    config.addinivalue_line("markers", "timed: measures time, so nothing else may run beside it")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """The longest file comes first, then what needs a Neo4j; tests of copies only for who has them.

    The articles and the published panels are not in the repository: these tests are for those who
    hold copies, and are not skipped but deselected elsewhere.
    """
    for mark, variable in (("needs_copies", TEST_SOURCES), ("needs_panels", TEST_PANELS)):
        if variable in os.environ:
            continue
        needing = [item for item in items if item.get_closest_marker(mark)]
        items[:] = [item for item in items if item not in needing]
        config.hook.pytest_deselected(items=needing)
    servers = {item.path for item in items if "neo4j_servers" in getattr(item, "fixturenames", ())}
    longest = "test_agreement.py"
    items.sort(key=lambda item: (item.path.name != longest, item.path not in servers))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """With REQUIRE_ALL=1 a test that is skipped has failed; a browser's failure tells its page."""
    report = yield
    page: Any = getattr(item, "funcargs", {}).get("page")
    # a parameter may be called page too, and is the name of one
    if report.failed and hasattr(page, "evaluate"):
        report.sections.append(("What the browser shows", browser_state(page)))
    if report.skipped and os.environ.get(REQUIRE_ALL) == "1" and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped although REQUIRE_ALL=1: {item.nodeid}: {report.longrepr}"
    return report


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a browser; without one the test is skipped.

    The headless shell draws no window: a page takes 1.8 CPU seconds in it, in Chromium 3.0.
    """
    for name in ("chromium-headless-shell", "chromium", "google-chrome", "chromium-browser"):
        if path := shutil.which(name):
            return path
    pytest.skip("no chromium or google-chrome on the PATH: install one to run the browser tests")


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def small_folder() -> Path:
    """A whole facts folder of invented places; its texts are in `texts/`."""
    return ROOT / "tests" / "small"


# Where the places of the small facts lie, and the outlines of their two provinces.
COORDINATES = {"11": "11.0,41.0", "12": "13.0,41.5", "21": "11.5,44.0", "22": "13.5,44.5"}
AREAS = {"10": [10, 40, 14, 43], "20": [10, 43, 14, 46]}
MAP = """
[map]
outlines = "codes/outlines.geojson"
inset = { west = 12.0, south = 43.0, east = 14.0, north = 45.0 }
credit_zh = "无有国测绘局"
credit_en = "Survey of Nowhere"
"""


@pytest.fixture(scope="session")
def mapped_folder(small_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small facts with a map: outlines, and coordinates of four places."""
    folder = tmp_path_factory.mktemp("mapped") / "facts"
    shutil.copytree(small_folder, folder)
    with (folder / "dataset.toml").open("a", encoding="utf-8") as file:
        file.write(MAP)
    register = folder / "codes" / "register.csv"
    head, *rows = register.read_text(encoding="utf-8").splitlines()
    rows = [f"{row},{COORDINATES.get(row.split(',')[0], ',')}" for row in rows]
    register.write_text("\n".join([f"{head},longitude,latitude", *rows]), encoding="utf-8")
    features = [_area(code, *sides) for code, sides in AREAS.items()]
    features.append(_feature("", "LineString", [[10, 43], [14, 43]]))
    text = json.dumps({"type": "FeatureCollection", "features": features})
    (folder / "codes" / "outlines.geojson").write_text(text, encoding="utf-8")
    return folder


def _area(code: str, west: int, south: int, east: int, north: int) -> dict[str, object]:
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return _feature(code, "Polygon", [ring])


def _feature(code: str, form: str, coordinates: object) -> dict[str, object]:
    geometry = {"type": form, "coordinates": coordinates}
    return {"type": "Feature", "properties": {"code": code}, "geometry": geometry}


@pytest.fixture(scope="session")
def mapped_facts(mapped_folder: Path) -> Facts:
    return read_facts(mapped_folder)


@pytest.fixture(scope="session")
def mapped_graph(mapped_facts: Facts) -> PropertyGraph:
    return property_graph(mapped_facts)


@pytest.fixture(scope="session")
def small_facts(small_folder: Path) -> Facts:
    return read_facts(small_folder)


@pytest.fixture(scope="session")
def real_facts() -> Facts:
    return read_facts(ROOT / "facts")


@pytest.fixture(scope="session")
def small_graph(small_facts: Facts) -> PropertyGraph:
    return property_graph(small_facts)


@pytest.fixture(scope="session")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the embedded stores of this session keep their databases."""
    return tmp_path_factory.mktemp("stores")


@pytest.fixture(scope="session")
def small_embedded(small_graph: PropertyGraph, stores: Path) -> Iterator[EmbeddedStore]:
    store = EmbeddedStore.open(small_graph, LIMITS, stores)
    yield store
    store.close()


@pytest.fixture(scope="session")
def small_sparql(small_facts: Facts) -> Iterator[SparqlStore]:
    store = SparqlStore(small_facts, LIMITS)
    yield store
    store.close()


@pytest.fixture(scope="session")
def real_embedded(real_facts: Facts, stores: Path) -> Iterator[EmbeddedStore]:
    store = EmbeddedStore.open(property_graph(real_facts), LIMITS, stores)
    yield store
    store.close()


@pytest.fixture(scope="session")
def real_sparql(real_facts: Facts) -> Iterator[SparqlStore]:
    store = SparqlStore(real_facts, LIMITS)
    yield store
    store.close()


@pytest.fixture(scope="session")
def own_neo4j(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server | None]:
    """The server that NEO4J_URI names, if it does."""
    with contextlib.ExitStack() as stack:
        home = tmp_path_factory.mktemp("own")
        yield stack.enter_context(user_server(home)) if USER_SERVER in os.environ else None


@pytest.fixture(scope="session")
def neo4j_servers(
    tmp_path_factory: pytest.TempPathFactory, own_neo4j: Server | None
) -> Iterator[Callable[[str], Server]]:
    """A real Neo4j of a line, or one's own; started when first asked for, and used by all tests."""
    started: dict[str, Server] = {}
    with contextlib.ExitStack() as stack:

        def running(line: str) -> Server:
            if own_neo4j is not None:
                return own_neo4j
            if line not in started:
                home = tmp_path_factory.mktemp(f"neo4j-{line}")
                try:
                    started[line] = stack.enter_context(any_neo4j(line, home, heap="1g"))
                except NoServer as missing:
                    pytest.skip(str(missing))
            return started[line]

        yield running


@pytest.fixture(scope="session", params=lines())
def neo4j(request: pytest.FixtureRequest, neo4j_servers: Callable[[str], Server]) -> Server:
    """A real Neo4j of each line, or one's own; without any the test is skipped."""
    return neo4j_servers(request.param)


@pytest.fixture(scope="session")
def both_neo4j(neo4j_servers: Callable[[str], Server]) -> list[Server]:
    """A real Neo4j of each line at the same time, or one's own."""
    return [neo4j_servers(line) for line in lines()]


@pytest.fixture
def database(neo4j: Server) -> Iterator[Driver]:
    """A driver on a database that is emptied before each test."""
    with connect(neo4j.address, neo4j.user, neo4j.password) as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n")
        yield driver
