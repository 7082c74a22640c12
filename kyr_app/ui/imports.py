"""Python's own import again, once Qt is there.

With its core, Qt for Python puts an `__import__` of its own in the place of Python's: after every module that is
imported from then on it reads the whole source, to look for its name in it, in case somebody wrote `from __feature__
import`. Nobody here does. It costs each module of the window a fifth of a millisecond, and the large libraries that
papers fetch far more. (Seen with 6.12.0, `feature.py`, which says that the import before it is kept in `builtins`.)
"""

from __future__ import annotations

import builtins
from importlib import import_module

from kyr_app.ui.signatures import put_off


def keep_pythons_own() -> None:
    """Fetch Qt's core, and let modules be imported as if it were not there. Does nothing twice."""
    with put_off():
        import_module("PySide6.QtCore")
    vars(builtins)["__import__"] = getattr(builtins, "__orig_import__", builtins.__import__)
