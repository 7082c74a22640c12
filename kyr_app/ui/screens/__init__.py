"""One screen, one file: what a person sees between the bar above and the row of buttons below.

May import: widgets, desk, words, and the session they are given.
"""
