"""Processes of their own that change a shelf: one that is killed at a step, and one window of many."""

import os
import signal
import sys

from kyr_app.updates.shelf import PackShelf
from kyr_app.updates.troubles import PackError

CHANGES = frozenset({"os.rename", "os.mkdir", "os.remove", "os.rmdir", "os.link", "open"})
REFUSED = 3
"""How a window ends that is told why it may not."""


def killed_at(step, act):
    """Run `act` in a process that is killed before its change number `step`; return whether it came to that."""
    child = os.fork()
    if child:
        return os.WIFSIGNALED(os.waitpid(child, 0)[1])
    left, sync = [step], os.fsync

    def count():
        left[0] -= 1
        if left[0] < 0:
            os.kill(os.getpid(), signal.SIGKILL)

    os.fsync = lambda handle: (count(), sync(handle))[1]
    sys.addaudithook(lambda event, _: count() if event in CHANGES else None)
    try:
        act()
    finally:
        os._exit(0)


def windows(home, offered):
    """Let as many windows as there are packs install one each, at once; return how they ended."""
    children = [_window(home, each) for each in offered]
    return {os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children}


def _window(home, one):
    child = os.fork()
    if child:
        return child
    try:
        PackShelf(home, built_in=10).put(one)
    except PackError:
        os._exit(REFUSED)
    finally:
        os._exit(0)
    return None
