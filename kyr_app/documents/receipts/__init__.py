"""Receipts: what remains of a sitting, counted and never named. Knows typesetting."""
