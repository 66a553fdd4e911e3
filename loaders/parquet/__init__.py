"""Facts out of the Parquet files of a release."""
