"""spark-submit export_spark.py FACTS OUT: see docs/commands.md."""

from __future__ import annotations

import typer

from commands.spark.export_spark import export_spark

if __name__ == "__main__":
    typer.run(export_spark)
