"""Signed content packs: trust without I/O first, then what is read from and written to a disk.

May import store, model, i18n, content and places. Verify, then open: no byte of a pack is parsed before its signature
over the whole file has been found good.
"""
