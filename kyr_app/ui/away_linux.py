"""Screen lock and sleep on Linux, heard on D-Bus: logind on the bus of the system, screen savers on the desktop's.

Only a bus behind a socket file of this computer is listened to; an address of any other kind is left alone.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from msgspec import Struct
from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusInterface, QDBusReply, QDBusUnixFileDescriptor

LOGIND = ("org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager")
SAVERS = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.cinnamon.ScreenSaver", "org.mate.ScreenSaver",
          "org.xfce.ScreenSaver")  # fmt: skip
SYSTEM, DESKTOP = "DBUS_SYSTEM_BUS_ADDRESS", "DBUS_SESSION_BUS_ADDRESS"
LOCAL = ("unix:path=", "unix:abstract=", "unix:runtime=")
WHO, WHY = "Guide", "Closing"


class Heard(Struct, frozen=True):
    """A signal of a bus: who says it (anybody, if empty), where, what it is called, and which slot takes it."""

    service: str
    path: str
    interface: str
    name: str
    slot: str


SIGNALS_OF_SYSTEM = (
    Heard(*LOGIND, "PrepareForSleep", "sleeps(bool)"),
    Heard(LOGIND[0], "", "org.freedesktop.login1.Session", "Lock", "locks()"),
)
SIGNALS_OF_DESKTOP = tuple(Heard("", "", saver, "ActiveChanged", "saves(bool)") for saver in SAVERS)


def local(address: str | None, usual: str | None) -> bool:
    """Tell whether a bus is on this computer: every address it may be reached by must be a socket file."""
    parts = [each for each in (address or usual or "").split(";") if each]
    return bool(parts) and all(each.startswith(LOCAL) for each in parts)


class Buses(QObject):
    """Hears both buses, and holds sleep back for the moment that locking takes."""

    def __init__(self, left: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._left = left
        self._held: QDBusUnixFileDescriptor | None = None
        self._heard = 0
        if local(os.environ.get(SYSTEM), "unix:path=/run/dbus/system_bus_socket"):
            self._listen(QDBusConnection.systemBus(), SIGNALS_OF_SYSTEM)
        if local(os.environ.get(DESKTOP), None):
            self._listen(QDBusConnection.sessionBus(), SIGNALS_OF_DESKTOP)
        self._hold()

    def _listen(self, bus: QDBusConnection, signals: tuple[Heard, ...]) -> None:
        if not bus.isConnected():
            return
        for each in signals:
            slot: Any = SLOT(
                each.slot
            )  # Qt for Python says it takes bytes, and takes words alone (seen with 6.12.0)
            self._heard += bus.connect(each.service, each.path, each.interface, each.name, self, slot)

    def ready(self) -> bool:
        """Tell whether anything can be heard."""
        return self._heard > 0

    def _hold(self) -> None:
        """Ask logind to wait a moment before the computer sleeps; it lets go by itself when this process ends."""
        bus = QDBusConnection.systemBus()
        if not self._heard or not bus.isConnected():
            return
        logind = QDBusInterface(*LOGIND, bus)
        logind.setTimeout(1000)
        if logind.isValid():
            answer = QDBusReply(logind.call("Inhibit", "sleep", WHO, WHY, "delay"))
            if answer.isValid() and isinstance(answer.value(), QDBusUnixFileDescriptor):
                self._held = answer.value()

    def gone(self) -> None:
        """Let the computer sleep."""
        self._held = None

    def close(self) -> None:
        """Hear no more."""
        self.gone()
        self.deleteLater()

    @Slot(bool)
    def sleeps(self, before: bool) -> None:  # noqa: FBT001 (as logind says it)
        """Hear that the computer is about to sleep, or woke up."""
        if before:
            self._left()
            self.gone()
        else:
            self._hold()

    @Slot()
    def locks(self) -> None:
        """Hear that the screen is being locked."""
        self._left()

    @Slot(bool)
    def saves(self, on: bool) -> None:  # noqa: FBT001 (as screen savers say it)
        """Hear that the screen is locked or saved, or back."""
        if on:
            self._left()
