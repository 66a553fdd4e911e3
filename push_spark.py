"""spark-submit --packages CONNECTOR push_spark.py FACTS ADDRESS: see docs/commands.md."""

from __future__ import annotations

import typer

from commands.spark.push_spark import push_spark

if __name__ == "__main__":
    typer.run(push_spark)
