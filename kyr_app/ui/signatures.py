"""What Qt for Python knows of its own signatures, read when it is first asked for.

With its core, Qt for Python takes eight modules out of its own inside and compiles them from their source, at every
start anew: three thousand lines that say what a function wants, for whoever calls it wrongly or asks for help. Until
then each of them is a stand-in here, which becomes the module itself as soon as anything is asked of it. What Qt says
stays the same to the letter; a window that opens has 35 ms less to wait for.

Only the very sources that were read for this are put off (`READ`); those of another edition are taken as they come.
"""

from __future__ import annotations

import builtins
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from threading import RLock
from types import CodeType
from typing import Any
from zlib import crc32

READ = {
    "shibokensupport/feature.py": 0x16ACCFE1,
    "shibokensupport/signature/errorhandler.py": 0x097485F4,
    "shibokensupport/signature/layout.py": 0x5A9065C3,
    "shibokensupport/signature/mapping.py": 0x71461F42,
    "shibokensupport/signature/parser.py": 0x8478C7EB,
    "shibokensupport/signature/lib/enum_sig.py": 0x2DAA4418,
    "shibokensupport/signature/lib/pyi_generator.py": 0x8032D059,
    "shibokensupport/signature/lib/tool.py": 0x35E890F1,
}
"""The modules that can wait, as Qt for Python 6.12.0 holds them: their names inside it, and the CRC-32 of each."""

Module = dict[str, Any]
"""What a module holds, by name."""

_STAND_IN = compile(f"__import__({__name__!r}, fromlist=['stand_in']).stand_in(globals())", __name__, "eval")
_compile, _changing = builtins.compile, RLock()
_waiting: dict[str, Callable[[], CodeType]] = {}
_kept: list[object] = []


@contextmanager
def put_off() -> Iterator[None]:
    """Put off every such module that is fetched meanwhile."""
    vars(builtins)["compile"] = _later
    try:
        yield
    finally:
        vars(builtins)["compile"] = _compile


def waiting() -> frozenset[str]:
    """Return the names of the modules of which nothing was asked yet."""
    return frozenset(_waiting)


def _later(source: Any, filename: Any, *how: Any, **further: Any) -> Any:
    """Compile like Python, but for a source of `READ` return a stand-in."""
    if isinstance(source, bytes) and READ.get(filename) == crc32(source):
        name = filename.removesuffix(".py").replace("/", ".")
        _waiting[name] = partial(_compile, source, filename, *how, **further)
        return _STAND_IN
    return _compile(source, filename, *how, **further)


def stand_in(module: Module) -> None:
    """Make a stand-in of the empty `module`. What Qt calls or looks up by itself, past Python, is there at once."""
    name = str(module["__spec__"].name)  # Qt gives it another one later
    module["__getattr__"] = partial(_asked, module, name)
    if name.endswith(".mapping"):
        module["update_mapping"] = partial(_call, module, name, "update_mapping")
    elif name.endswith(".feature"):
        module["feature_import"] = module["feature_imported"] = _no_feature
    _kept.append(dict(module))  # Qt may hold on to one of them without counting


def _asked(module: Module, name: str, wanted: str) -> Any:
    """Return what is asked of a stand-in; what Python itself asks of every module, it does not have."""
    if not wanted.startswith("__"):
        _become(module, name)
        if wanted in module:
            return module[wanted]
    raise AttributeError(f"module {name!r} has no attribute {wanted!r}")


def _call(module: Module, name: str, wanted: str) -> Any:
    _become(module, name)
    return module[wanted]()


def _become(module: Module, name: str) -> None:
    """Put the module itself in the place of its stand-in. Does nothing twice."""
    with _changing:
        code = _waiting.pop(name, None)
        if code is not None:
            exec(code(), module)  # noqa: S102 (the library's own source, and no letter of it another)
            del module["__getattr__"]  # until here, another thread that asks waits for it


def _no_feature(*_: object, **__: object) -> None:
    """Say, where Qt asks at an import, that nobody wants another spelling of its names."""
