"""None, True and False as Qt for Python counts on them: never let go.

PySide6 6.12 hands them out without counting, as is right from Python 3.12 on, where they are immortal. Under Python
3.10 and 3.11 each call of Qt would take one reference away, and after some thousand calls the program would end
with *deallocating None*. (Seen with 6.12.0 and Python 3.11.7; `tests/ui/test_immortal.py` measures it.)
"""

from __future__ import annotations

import ctypes
import sys

PLENTY = 1 << 40
"""More references than any sitting can take away."""


def make_immortal() -> None:
    """Give the values that Python has one of so many references that they never run out. Does nothing twice."""
    if sys.version_info >= (3, 12) or sys.implementation.name != "cpython":
        return
    for value in (None, True, False, NotImplemented, ...):
        if sys.getrefcount(value) < PLENTY // 2:
            count = ctypes.c_ssize_t.from_address(id(value))  # the first field of every object of CPython
            count.value += PLENTY
