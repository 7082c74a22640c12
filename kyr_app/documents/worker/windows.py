"""The Job Object of Windows, behind a port: what is decided is tested anywhere, what calls the system is thin.

Figures as in `limits`. Structures: JOBOBJECT_EXTENDED_LIMIT_INFORMATION of winnt.h.
"""

from __future__ import annotations

import ctypes
from typing import Protocol

from kyr_app.documents.worker import limits

ACTIVE_PROCESS, PROCESS_TIME, PROCESS_MEMORY = 0x8, 0x2, 0x100
DIE_ON_UNHANDLED_EXCEPTION, KILL_ON_JOB_CLOSE = 0x400, 0x2000
_EXTENDED = 9
_TICKS = 10_000_000
"""Windows counts time in tenths of a microsecond."""


class Limits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION."""

    _fields_ = (
        ("process_time", ctypes.c_int64),
        ("job_time", ctypes.c_int64),
        ("flags", ctypes.c_uint32),
        ("least_working_set", ctypes.c_size_t),
        ("most_working_set", ctypes.c_size_t),
        ("processes", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priority", ctypes.c_uint32),
        ("scheduling", ctypes.c_uint32),
        ("io_counters", ctypes.c_uint64 * 6),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("peak_process_memory", ctypes.c_size_t),
        ("peak_job_memory", ctypes.c_size_t),
    )


class Kernel(Protocol):
    """The four calls of the system. Each returns 0 where it fails."""

    def create(self) -> int:
        """Return the handle of a new job."""

    def limit(self, job: int, wanted: Limits) -> int:
        """Set the limits of a job."""

    def assign(self, job: int, process: int) -> int:
        """Put a process into a job."""

    def close(self, handle: int) -> int:
        """Close a handle; a job that is closed ends its process."""


def wanted() -> Limits:
    """Return the limits: one process, 1 GiB, 8 s of processor time; it dies with us, and by its own crash."""
    flags = ACTIVE_PROCESS | PROCESS_TIME | PROCESS_MEMORY | DIE_ON_UNHANDLED_EXCEPTION | KILL_ON_JOB_CLOSE
    return Limits(
        flags=flags,
        process_time=limits.PROCESSOR * _TICKS,
        processes=1,
        process_memory=limits.MEMORY,
    )


class JobObject:
    """One job. Where the system refuses, the process never gets its request: that is an `OSError`."""

    def __init__(self, kernel: Kernel) -> None:
        self._kernel = kernel
        self._job = kernel.create()
        if not self._job or not kernel.limit(self._job, wanted()):
            self.close()
            raise OSError("no job object")

    def take(self, process: int) -> JobObject:
        """Put a process into the job."""
        if not self._kernel.assign(self._job, process):
            self.close()
            raise OSError("not taken into the job object")
        return self

    def close(self) -> None:
        """Let go: whatever is still in the job ends."""
        if self._job:
            self._kernel.close(self._job)
        self._job = 0


def kernel() -> Kernel:
    """Return the system's own calls. Raise `AttributeError` anywhere but on Windows."""
    return _Kernel32()


class _Kernel32:
    def __init__(self) -> None:
        self._dll = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined,unused-ignore]
        self._dll.CreateJobObjectW.restype = ctypes.c_void_p

    def create(self) -> int:
        return int(self._dll.CreateJobObjectW(None, None) or 0)

    def limit(self, job: int, wanted: Limits) -> int:
        place, size = ctypes.byref(wanted), ctypes.sizeof(wanted)
        return int(self._dll.SetInformationJobObject(ctypes.c_void_p(job), _EXTENDED, place, size))

    def assign(self, job: int, process: int) -> int:
        return int(self._dll.AssignProcessToJobObject(ctypes.c_void_p(job), ctypes.c_void_p(process)))

    def close(self, handle: int) -> int:
        return int(self._dll.CloseHandle(ctypes.c_void_p(handle)))
