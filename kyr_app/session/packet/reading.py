"""Files read two at a time, told in their order: while one is kept, the limited process of the next is at work."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from pathlib import Path

from kyr_app.documents.worker import api as worker

AT_ONCE = 2
"""So many limited processes at a time: old computers have two processors, and not much memory."""
_LOOK = 0.1
"""Seconds between two looks at whether to go on."""

Made = tuple[bytes, list[bytes]]
"""What stands for a file, and its pages as JPEGs."""
Tell = Callable[[int, int], bool]


def in_order(
    sources: Sequence[Path], read: Callable[[Path, Tell], Made], go_on: Callable[[float], bool]
) -> Generator[tuple[Path, Callable[[], Made]]]:
    """Yield each file with what returns its pages, or raises why there are none.

    `go_on` hears how much of the file that is waited for is done, from 0 to 1. Raise `Interrupted` where it says so;
    whatever is still being read then is given up, and so it is where nobody asks for the next file.
    """
    halt, rest = threading.Event(), iter(sources)
    waiting: deque[tuple[Future[Made], list[float]]] = deque()

    def telling(share: list[float]) -> Tell:
        def tell(done: int, total: int) -> bool:
            share[0] = done / max(1, total)
            return not halt.is_set()

        return tell

    pool = ThreadPoolExecutor(AT_ONCE, "files")
    try:
        for source in sources:
            if not go_on(0.0):
                raise worker.Interrupted
            for following in islice(rest, AT_ONCE - len(waiting)):
                share = [0.0]
                waiting.append((pool.submit(read, following, telling(share)), share))
            made, share = waiting.popleft()
            _await(made, lambda share=share: go_on(share[0]))  # type: ignore[misc]
            yield source, made.result
    finally:
        halt.set()
        pool.shutdown(wait=False, cancel_futures=True)  # a stick that does not answer keeps nobody waiting


def _await(made: Future[Made], go_on: Callable[[], bool]) -> None:
    """Wait for a file, looking now and then at whether to go on. Raise `Interrupted` where not."""
    ended = threading.Event()
    made.add_done_callback(lambda _: ended.set())
    while not ended.wait(_LOOK):
        if not go_on():
            raise worker.Interrupted
