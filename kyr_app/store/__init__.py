"""What stays on a disk, and where: settings of this computer alone, so far.

May import: model. The only package that knows user folders and, with family files, TinyDB.
"""
