"""What stays on a disk, and where: settings of this computer, and family files.

May import: model. The only package that knows user folders and, with family files, TinyDB.
"""
