"""Exports by Spark: for facts that one machine would take too long for."""
