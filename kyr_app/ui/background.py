"""Work that takes longer than a blink, off the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

Progress = Callable[[int, int], bool]


class Work(Protocol):
    """What can be done in the background; a paper's job is one."""

    def run(self, progress: Progress | None = None) -> bytes:
        """Do it, telling how far it is; stop early where `progress` returns False."""


class Task(QObject):
    """Work under way. Exactly one of `done` and `failed` arrives, on the window's thread, unless cancelled."""

    done = Signal(bytes)
    failed = Signal(object)
    progressed = Signal(int, int)
    _ended = Signal(object, object)

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._wanted = True
        self._ended.connect(self._tell)

    def cancel(self) -> None:
        """Give the work up: nothing more will be told of it."""
        self._wanted = False

    def perform(self) -> None:
        """Do the work, on whatever thread this is called."""
        try:
            made = self._work.run(self._on_progress)
        except Exception as error:  # noqa: BLE001 (whatever it was, the window must hear of it)
            self._ended.emit(None, error)
        else:
            self._ended.emit(made, None)

    def _on_progress(self, at: int, total: int) -> bool:
        if self._wanted:
            self.progressed.emit(at, total)
        return self._wanted

    def _tell(self, made: bytes | None, error: Exception | None) -> None:
        _under_way.discard(self)
        if not self._wanted:
            return
        if error is not None or made is None:
            self.failed.emit(error)
        else:
            self.done.emit(made)


class _Runner(QRunnable):
    def __init__(self, task: Task) -> None:
        super().__init__()
        self._task = task

    def run(self) -> None:
        """Do the work; Qt calls this on a thread of its pool."""
        self._task.perform()


_under_way: set[Task] = set()  # a task lives until it has told how it ended


def run(
    work: Work,
    then: Callable[[bytes], object],
    failed: Callable[[Exception], object],
    progress: Callable[[int, int], object] | None = None,
) -> Task:
    """Begin `work` and return its task, which can be cancelled. All three callables run on the window's thread."""
    task = Task(work)
    task.done.connect(then)
    task.failed.connect(failed)
    if progress is not None:
        task.progressed.connect(progress)
    _under_way.add(task)
    QThreadPool.globalInstance().start(_Runner(task))
    return task


def wait(milliseconds: int = 5000) -> None:
    """Give up whatever is under way and wait for its threads: for the end of the program."""
    for task in list(_under_way):
        task.cancel()
    QThreadPool.globalInstance().waitForDone(milliseconds)
