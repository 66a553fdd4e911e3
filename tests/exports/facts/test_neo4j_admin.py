"""The files for neo4j-admin: the real tool takes them, and a push finds nothing to change."""

from __future__ import annotations

import pytest

from exports.facts.neo4j_admin import NotImportable, write_import
from graph.model.property_graph import Node, PropertyGraph
from graph.stores.neo4j.push import load
from graph.stores.neo4j.store import connect
from tests.servers.neo4j_server import CALENDAR, LONG_TERM, NoServer, admin, server


@pytest.mark.parametrize("version", [LONG_TERM, CALENDAR])
def test_the_import_tool_takes_the_files_as_they_are(version, tmp_path, small_facts, small_graph):
    name = small_facts.dataset.name
    arguments = write_import(small_graph, tmp_path / "csv")
    home = tmp_path / "home"
    try:
        done = admin(version, home, "database", "import", "full", "neo4j", *arguments)
        assert done.returncode == 0, done.stderr
        with (
            server(version, home) as running,
            connect(running.address, running.user, running.password) as driver,
        ):
            driver.execute_query("MATCH (r:LearnedFromRelease) REMOVE r.hash")
            assert load(driver, None, small_graph, lambda *_: None).nothing
    except NoServer as missing:
        pytest.skip(str(missing))


def test_a_list_item_with_the_tools_separator_is_refused(tmp_path):
    node = Node("a", ("Place", "Thing"), {"code": "a", "alt_names": ["one| two"]})
    with pytest.raises(NotImportable, match="one. two"):
        write_import(PropertyGraph((node,), ()), tmp_path)
