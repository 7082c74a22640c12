"""The same on Windows, through a port: no dialogs that send a dump, no dump, no reading by other processes.

The access list is KeePassXC's: the user may wait for this process, see that it is there and end it, and nothing
else, so that neither MiniDumpWriteDump nor ReadProcessMemory get a handle. Tried with a stand-in for the system only.
"""

from __future__ import annotations

import atexit
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Protocol

QUIET = 0x0001 | 0x0002 | 0x8000  # SEM_FAILCRITICALERRORS, SEM_NOGPFAULTERRORBOX, SEM_NOOPENFILEERRORBOX
NO_HEAP = 0x0001  # WER_FAULT_REPORTING_FLAG_NOHEAP
ALLOWED = 0x00100000 | 0x1000 | 0x0001  # SYNCHRONIZE, PROCESS_QUERY_LIMITED_INFORMATION, PROCESS_TERMINATE
_DACL = 4  # DACL_SECURITY_INFORMATION


class System(Protocol):
    """What is asked of Windows. Each raises `OSError` where Windows refuses."""

    def error_mode(self, flags: int) -> None:
        """SetErrorMode."""

    def report_flags(self, flags: int) -> None:
        """WerSetFlags: what a report of this process may hold."""

    def exclude(self, program: str) -> None:
        """WerAddExcludedApplication: no reports of this program for this user. Leaves its name in the registry."""

    def include(self, program: str) -> None:
        """WerRemoveExcludedApplication: takes that name away."""

    def user(self) -> str:
        """Return the user's security identifier as text."""

    def protect(self, rules: str) -> None:
        """Put an access list, in SDDL, on this process."""


def rules(user: str) -> str:
    """Return the access list of this process in SDDL: protected from inheritance, one entry, nothing else allowed."""
    return f"D:P(A;;0x{ALLOWED:08x};;;{user})"


def harden(system: System | None = None, at_end: Callable[..., object] = atexit.register) -> None:
    """Apply all of it, each on its own: what Windows refuses does not keep the rest from being done.

    The one trace of it, a name in the registry, is needed while the program runs: `at_end` is given what takes it back.
    """
    with suppress(OSError, AttributeError):
        system = system or Windows()
    if system is None:
        return
    with suppress(OSError, AttributeError):
        system.error_mode(QUIET)
    with suppress(OSError, AttributeError):
        system.report_flags(NO_HEAP)
    with suppress(OSError, AttributeError):
        system.exclude(_program())
        at_end(forget, system)
    with suppress(OSError, AttributeError):
        system.protect(rules(system.user()))


def forget(system: System | None = None) -> None:
    """Take back what `harden` leaves in the registry: the one trace it has."""
    with suppress(OSError, AttributeError):
        (system or Windows()).include(_program())


def _program() -> str:
    return Path(sys.executable).name


class Windows:
    """The real one."""

    def __init__(self) -> None:
        import ctypes  # noqa: PLC0415 (one system alone)

        c: Any = ctypes  # typed as the system that reads the types has it
        self._c = c
        self._kernel = c.WinDLL("kernel32", use_last_error=True)
        self._advapi = c.WinDLL("advapi32", use_last_error=True)
        self._kernel.GetCurrentProcess.restype = c.c_void_p
        self._kernel.LocalFree.argtypes = [c.c_void_p]

    def _true(self, done: int) -> None:
        if not done:
            raise OSError(self._c.get_last_error(), "refused")

    def _ok(self, result: int) -> None:
        if result:
            raise OSError(result, "refused")

    def error_mode(self, flags: int) -> None:
        """SetErrorMode."""
        self._kernel.SetErrorMode(flags)

    def report_flags(self, flags: int) -> None:
        """WerSetFlags, of kernel32."""
        self._ok(self._kernel.WerSetFlags(flags))

    def exclude(self, program: str) -> None:
        """WerAddExcludedApplication, for this user."""
        self._ok(self._c.WinDLL("wer").WerAddExcludedApplication(self._c.c_wchar_p(program), 0))

    def include(self, program: str) -> None:
        """WerRemoveExcludedApplication, for this user."""
        self._ok(self._c.WinDLL("wer").WerRemoveExcludedApplication(self._c.c_wchar_p(program), 0))

    def user(self) -> str:
        """Ask the token of this process (TokenUser) and write it as text."""
        c, process = self._c, self._c.c_void_p(self._kernel.GetCurrentProcess())
        token = c.c_void_p()
        self._true(self._advapi.OpenProcessToken(process, 0x0008, c.byref(token)))  # TOKEN_QUERY
        try:
            held, size = c.create_string_buffer(256), c.c_uint32()
            self._true(self._advapi.GetTokenInformation(token, 1, held, 256, c.byref(size)))
            text = c.c_wchar_p()
            sid = c.c_void_p.from_buffer(held)
            self._true(self._advapi.ConvertSidToStringSidW(sid, c.byref(text)))
            name = str(text.value)
            self._kernel.LocalFree(c.cast(text, c.c_void_p))
        finally:
            self._kernel.CloseHandle(token)
        return name

    def protect(self, rules: str) -> None:
        """Turn the rules into a descriptor and put its list on this process."""
        c, made = self._c, self._c.c_void_p()
        convert = self._advapi.ConvertStringSecurityDescriptorToSecurityDescriptorW
        self._true(convert(c.c_wchar_p(rules), 1, c.byref(made), None))
        try:
            process = c.c_void_p(self._kernel.GetCurrentProcess())
            self._true(self._advapi.SetKernelObjectSecurity(process, _DACL, made))
        finally:
            self._kernel.LocalFree(made)
