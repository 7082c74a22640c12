"""Content and the program's words, out to translators and back as PO files."""
