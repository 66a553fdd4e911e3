"""One Spark session for all tests of a process, with a JVM that starts in little time."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.servers.maven import NoJars, fetched_jars

if TYPE_CHECKING:  # not everyone has it
    from pyspark.sql import SparkSession

# A compiler that does little, and one collector: half the time of a JVM that lives for seconds.
QUICK_JVM = "-XX:+UseSerialGC -XX:TieredStopAtLevel=1"


@pytest.fixture(scope="session")
def connector(root: Path) -> str | None:
    """The jars of Neo4j's connector for Spark, as Maven fetches them; None if it does not."""
    pom = root / "tests" / "servers" / "spark_connector.xml"
    try:
        jars = fetched_jars(root / "build" / "spark-connector" / "jars", pom, [])
    except NoJars:
        return None
    return ",".join(str(jar) for jar in sorted(jars.glob("*.jar")))


@pytest.fixture(scope="session")
def spark(connector: str | None) -> Iterator[SparkSession]:
    """Spark on two cores of this machine; without Java the test is skipped."""
    if shutil.which("java") is None:
        pytest.skip("there is no Java here to run Spark")
    sql = pytest.importorskip("pyspark.sql")
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    settings = {
        "spark.driver.extraJavaOptions": QUICK_JVM,
        "spark.sql.shuffle.partitions": "2",
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.jars": connector or "",
    }
    sql.SparkSession.builder.master("local[2]").config(map=settings).getOrCreate()
    from exports.spark.session import spark_session

    session = spark_session("tests")
    yield session
    session.stop()
