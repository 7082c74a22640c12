"""Sheets to practise from: questions with their why, and cards with what helps. Knows lessons and typesetting."""
