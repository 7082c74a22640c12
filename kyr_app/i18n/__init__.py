"""Languages: catalogs, and the one place where words become a string.

May import: model, Babel. Only this package and the translators' tools in `content` know Babel.
"""
