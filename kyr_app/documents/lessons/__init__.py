"""Lessons on paper, in every edition: handout, little book, wallet cards, discreet. Knows typesetting."""
