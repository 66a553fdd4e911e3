"""The programs that spark-submit runs."""
