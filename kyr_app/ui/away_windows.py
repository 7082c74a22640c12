"""Screen lock and sleep on Windows, heard as messages to the window. Tested behind a port only, without a Windows."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication

SESSION_CHANGE, POWER = 0x02B1, 0x0218
LOCKED, LOGGED_OFF, AWAY, FROM_AFAR = 0x7, 0x6, 0x2, 0x4
"""Of WM_WTSSESSION_CHANGE: locked, logged off, the console given to another user, or taken over from afar."""
SLEEPS = 0x4
"""Of WM_POWERBROADCAST: the computer is about to sleep."""
THIS_SITTING = 0
KINDS = (b"windows_generic_MSG", b"windows_dispatcher_MSG")


class Message(ctypes.Structure):
    """A message as Windows hands it over (MSG)."""

    _fields_ = (
        ("window", ctypes.c_void_p),
        ("kind", ctypes.c_uint),
        ("word", ctypes.c_size_t),
        ("long", ctypes.c_ssize_t),
        ("at", ctypes.c_uint),
        ("x", ctypes.c_long),
        ("y", ctypes.c_long),
    )


class Notices(Protocol):
    """The part of Windows that sends word of locks to a window."""

    def subscribe(self, window: int) -> bool:
        """Ask for messages to a window."""

    def unsubscribe(self, window: int) -> None:
        """Ask for no more."""


class Terminal:
    """The real one, wtsapi32."""

    def __init__(self) -> None:
        windll: Any = getattr(ctypes, "windll")  # noqa: B009 (only Windows has it)
        self._library = windll.wtsapi32

    def subscribe(self, window: int) -> bool:
        """Ask for messages to a window."""
        return bool(self._library.WTSRegisterSessionNotification(ctypes.c_void_p(window), THIS_SITTING))

    def unsubscribe(self, window: int) -> None:
        """Ask for no more."""
        self._library.WTSUnRegisterSessionNotification(ctypes.c_void_p(window))


def leaves(kind: int, word: int) -> bool:
    """Tell whether a message means that the person leaves, or that somebody else takes over."""
    if kind == SESSION_CHANGE:
        return word in {LOCKED, LOGGED_OFF, AWAY, FROM_AFAR}
    return kind == POWER and word == SLEEPS


class Messages(QAbstractNativeEventFilter):
    """Reads the messages of a window; takes none away."""

    def __init__(self, window: int, left: Callable[[], object], notices: Notices | None = None) -> None:
        super().__init__()
        self._window, self._left = window, left
        self._notices = notices or Terminal()
        self._heard = self._notices.subscribe(window)
        app = QCoreApplication.instance()
        if app is not None:
            app.installNativeEventFilter(self)

    def ready(self) -> bool:
        """Tell whether word of locks will come; word of sleep comes to every window."""
        return self._heard

    def nativeEventFilter(
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> tuple[bool, int]:
        """Look at a message and let it pass."""
        if bytes(kind) in KINDS and message:  # type: ignore[arg-type]  # Qt's stub leaves out that it is bytes
            found = Message.from_address(int(message))
            if leaves(found.kind, found.word):
                self._left()
        return False, 0

    def gone(self) -> None:
        """Windows waits for whoever handles the message: it was handled."""

    def close(self) -> None:
        """Hear no more."""
        self._notices.unsubscribe(self._window)
        app = QCoreApplication.instance()
        if app is not None:
            app.removeNativeEventFilter(self)
