"""A real Neo4j Community server for tests, out of Maven's jars: no Docker, no installation.

Java 17 runs the long-term line, a newer Java the calendar releases; a server lives in a folder
of its own and ends with the test session.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import socket
import subprocess
import time
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from neo4j import GraphDatabase

from tests.servers.maven import NoJars, fetched_jars

LONG_TERM, CALENDAR = "5.26.30", "2026.08.1"
FOLDER = Path(__file__).parent
JARS = Path("build/neo4j").resolve()
USER, PASSWORD = "neo4j", "for-tests-only"
START_SECONDS = 180

SETTINGS = {
    "dbms.usage_report.enabled": "false",
    "db.tx_log.preallocate": "false",
    "server.directories.import": "import",
    "server.memory.pagecache.size": "128m",
    # tests speak Bolt; the web server takes a part of the start
    "server.http.enabled": "false",
    # tests fill a database over and over; no query is to be planned anew for that
    "dbms.cypher.min_replan_interval": "1h",
}
OPENED_PACKAGES = ("java.nio", "java.io", "sun.nio.ch")


class NoServer(Exception):
    """There is no way to start the server here; the message says what is missing."""


@dataclass(frozen=True)
class Server:
    """A running server, how to speak to it, and its process if it was started here."""

    address: str
    user: str
    password: str
    version: str
    process: subprocess.Popen[bytes] | None
    home: Path


@contextlib.contextmanager
def server(
    version: str, home: Path, heap: str = "512m", more: Mapping[str, str] | None = None
) -> Iterator[Server]:
    """A server of this version on the database in `home`, empty at first; raises NoServer.

    `more` are settings besides those that every test server has.
    """
    java = _java(21 if version == CALENDAR else 17)
    jars = _jars(version)
    bolt = _free_port()
    address = f"bolt://127.0.0.1:{bolt}"
    _folders(home)
    fresh = not (home / "data" / "databases" / "system").exists()  # where users are
    command = [
        java,
        # all of the heap from the start, as the makers advise: growing it costs collections
        f"-Xms{heap}",
        f"-Xmx{heap}",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        *(f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in OPENED_PACKAGES),
        *(["--add-modules=jdk.incubator.vector"] if version == CALENDAR else []),
        "-cp",
        f"{jars}/*",
        _entry_point(jars, version),
        f"--home-dir={home}",
        f"--config-dir={home / 'conf'}",
        "--console-mode",
    ]
    for name, value in {**_settings(version, bolt), **(more or {})}.items():
        command += ["-c", f"{name}={value}"]
    log = home / "console.log"
    with log.open("wb") as out:
        process = subprocess.Popen(command, stdout=out, stderr=out, stdin=subprocess.DEVNULL)
    try:
        _wait(process, log)
        if fresh:
            _set_password(address)
        yield Server(address, USER, PASSWORD, version, process, home)
    finally:
        process.terminate()
        try:
            process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def admin(version: str, home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs neo4j-admin of this version on the databases of `home`; raises NoServer."""
    java, jars = _java(21 if version == CALENDAR else 17), _jars(version)
    _folders(home)
    return _admin(java, jars, home, *arguments)


def _folders(home: Path) -> None:
    for name in ("conf", "data", "logs", "run", "plugins", "import"):
        (home / name).mkdir(parents=True, exist_ok=True)
    lines = [f"{name}={value}\n" for name, value in SETTINGS.items()]
    (home / "conf" / "neo4j.conf").write_text("".join(lines))


def _settings(version: str, bolt: int) -> dict[str, str]:
    own = {
        "server.bolt.listen_address": f"127.0.0.1:{bolt}",
        "server.bolt.advertised_address": f"127.0.0.1:{bolt}",
    }
    if version == CALENDAR:
        own["server.fleet_discovery.enabled"] = "false"
    return own


def _set_password(address: str) -> None:
    """Over Bolt: neo4j-admin would need a Java of its own for it, which takes seconds to start."""
    with GraphDatabase.driver(address, auth=(USER, "neo4j")) as driver:
        change = "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $password"
        driver.execute_query(change, password=PASSWORD, database_="system")


def _admin(java: str, jars: Path, home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}
    opens = [f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in OPENED_PACKAGES]
    return subprocess.run(
        [java, "-Xmx512m", *opens, "-cp", f"{jars}/*", "org.neo4j.cli.AdminTool", *arguments],
        env=environment,
        cwd=home,  # the import tool leaves a report where it stands
        capture_output=True,
        text=True,
        check=False,
    )


def _entry_point(jars: Path, version: str) -> str:
    with zipfile.ZipFile(jars / f"neo4j-{version}.jar") as jar:
        entry = jar.read("META-INF/services/org.neo4j.server.startup.EntryPoint")
    return entry.decode().split()[0]


def _wait(process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(START_SECONDS * 5):
        text = log.read_text(errors="replace")
        if " Started." in text:
            return
        if process.poll() is not None:
            raise NoServer(f"Neo4j did not start: {text[-400:]}")
        time.sleep(0.2)
    raise NoServer(f"Neo4j did not start within {START_SECONDS} s")


def _java(least: int) -> str:
    """A Java of at least this version: JAVA_HOME's, the path's, or one that lies beside it."""
    homes = [Path(os.environ["JAVA_HOME"])] if "JAVA_HOME" in os.environ else []
    candidates = [str(home / "bin" / "java") for home in homes]
    candidates += [found] if (found := shutil.which("java")) else []
    candidates += sorted(str(path) for path in Path("/usr/lib/jvm").glob("*/bin/java"))
    for java in candidates:
        if _version(java) >= least:
            return java
    raise NoServer(f"there is no Java {least} or newer here")


def _version(java: str) -> int:
    try:
        said = subprocess.run([java, "-version"], capture_output=True, text=True, check=True).stderr
    except (OSError, subprocess.CalledProcessError):
        return 0
    match = re.search(r'version "(\d+)', said)
    return int(match[1]) if match else 0


def _jars(version: str) -> Path:
    """The server's jars; raises NoServer."""
    try:
        return fetched_jars(JARS / version, FOLDER / "pom.xml", [f"-Dneo4j.version={version}"])
    except NoJars as error:
        raise NoServer(f"no Neo4j {version}: {error}") from error


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
