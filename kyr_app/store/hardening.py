"""What is done before anything else, so that a crash or a neighbour cannot read what is on the screen.

No core dumps, no reading of this process's memory by others of the same user, files for their owner alone. An
administrator can undo all of it. Costs less than two milliseconds; what a system refuses is left as it is.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress


def start() -> None:
    """Harden this process. Call before Qt is imported; once is enough, and more than once is fine."""
    os.umask(0o077)
    if sys.platform == "win32":
        from kyr_app.store.hardening_windows import harden  # noqa: PLC0415 (one system alone)

        harden()
        return
    import resource  # noqa: PLC0415 (not on Windows)

    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        _not_dumpable()


def forget() -> None:
    """Take back the one trace that hardening leaves outside this process: on Windows a name in the registry."""
    if sys.platform == "win32":
        from kyr_app.store import hardening_windows  # noqa: PLC0415 (one system alone)

        hardening_windows.forget()


def _not_dumpable() -> None:
    import ctypes  # noqa: PLC0415 (not on Windows)

    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(4, 0, 0, 0, 0)  # PR_SET_DUMPABLE: prctl(2)
