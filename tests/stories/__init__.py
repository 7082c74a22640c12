"""Families, as tables that a lawyer can read, and the ways to play them."""
