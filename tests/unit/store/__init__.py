"""The family file and what surrounds it."""
