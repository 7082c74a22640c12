"""Checks across files, one matter a module: each takes the author's desk and yields problems with their lines."""
