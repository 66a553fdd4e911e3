"""A Spark session whose workers find this program."""

from __future__ import annotations

from pathlib import Path

from pyspark.sql import SparkSession

PROGRAM = Path(__file__).parents[2]
# Workers import the modules of this program from here.
WORKERS_PATH = "spark.executorEnv.PYTHONPATH"


def spark_session(name: str) -> SparkSession:
    """The session of spark-submit; workers find the program at the same path as this process."""
    builder = SparkSession.builder.appName(name).config(WORKERS_PATH, str(PROGRAM))
    # Spark's web page of statistics is not used
    session = builder.config("spark.ui.enabled", "false").getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    return session
