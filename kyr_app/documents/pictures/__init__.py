"""Pictures of papers made readable: cut to the sheet, turned, straightened, and clear enough for a copier.

Pillow does the work and is fetched when a picture is first made; no picture that goes in is ever changed.
"""
