"""The parts that screens are made of.

May import: model, content.icons, and of `ui` only theme, html, words.
"""
