"""Links between things, filtered, aggregated and ordered in time."""
