"""What the program talks about: frozen values without files, clock or language.

May import: the standard library's pure parts and msgspec. Everything else may import this package.
"""
