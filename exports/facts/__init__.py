"""The facts as files for other tools."""
