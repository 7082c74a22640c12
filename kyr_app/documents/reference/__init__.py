"""Sheets that belong to nobody: places that help, what happened, words explained, sources. Knows typesetting."""
