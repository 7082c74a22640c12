"""Sheets for those who write and check content: proofs, and what a pack would change. Knows typesetting, reference."""
