"""What is left in memory after a lock: nothing that anybody typed, and no key."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import structs

from kyr_app.store import phrases
from tests.soak import needles
from tests.soak.outcome import Row, Scale
from tests.soak.sitter import ROOT, memory, sitting

KINDS = ("phrase", "words", "number", "key")


def rows(scale: Scale) -> Iterator[Row]:
    """Yield the rows of the table."""
    test, done = (
        "Memory after the lock",
        "a sitting with a file; every byte that the process may have written, after it began afresh",
    )
    if sys.platform != "linux" or os.geteuid() != 0:
        yield Row(test=test, done=done, not_here="needs Linux and root, to read another process's memory")
        return
    seen = {kind: Counter[str]() for kind in ("before", "lock", "finish")}
    if not may_read():
        yield Row(test=test, done=done, not_here="this root may not read another process's memory")
        return
    times = scale.of(3, 1)
    for number in range(times):
        _one("lock", seen, brief=scale.short or number > 0)
    yield _row(test, done, times, seen["lock"])
    if not scale.short:
        _one("finish", seen, brief=True)
        done = "the same without a file, after the receipt"
        yield _row("Memory after finish and forget", done, 1, seen["finish"])
    row = _row(
        "Memory before",
        "the same process before it: there the scan must find them",
        times + (not scale.short),
        seen["before"],
    )
    yield structs.replace(row, control=True, bad=min(seen["before"][kind] for kind in KINDS))


def may_read() -> bool:
    """Return whether the memory of a hardened process can be read here: not even root may everywhere."""
    harden = "from kyr_app.store import hardening; hardening.start(); print(); input()"
    with subprocess.Popen([sys.executable, "-c", harden], stdin=-1, stdout=-1, cwd=ROOT) as process:
        try:
            assert process.stdout is not None
            process.stdout.readline()
            return any(memory(process.pid))
        except OSError:
            return False
        finally:
            process.kill()


def _row(test: str, done: str, times: int, found: Counter[str]) -> Row:
    said = "/".join(str(found[kind]) for kind in KINDS)
    result = f"copies of phrase/words/number/key: {said}"
    return Row(test=test, done=done, count=times, unit="times", bad=found.total(), result=result)


def _one(end: str, seen: Mapping[str, Counter[str]], *, brief: bool) -> None:
    canaries, phrase = needles.fresh(), phrases.new_phrase("es") if end == "lock" else ""
    known = {"phrase": phrase, "words": canaries.stem, "number": canaries.number}
    wanted = {kind: list(forms(text, brief=brief)) for kind, text in known.items() if text}
    with (
        tempfile.TemporaryDirectory() as folder,
        sitting(Path(folder), canaries, phrase, brief=brief) as sitter,
    ):
        if phrase:
            wanted["phrase"].append(phrases.normal(phrase))
            sitter.hears("key")
            wanted["key"] = [bytes.fromhex(sitter.says())]
        _count(sitter.number, wanted, seen["before"])
        sitter.hears(end)
        sitter.says()
        time.sleep(0.5)
        _count(sitter.number, wanted, seen[end])


def forms(text: str, *, brief: bool) -> set[bytes]:
    """Return the bytes of a text as memory holds them; where there is time, in every form there is."""
    codes = ("utf-8", "utf-16-le", "utf-32-le", "latin-1")
    return {text.encode(code, "replace") for code in codes} | (set() if brief else set(needles.forms(text)))


def _count(number: int, wanted: Mapping[str, list[bytes]], found: Counter[str]) -> None:
    for whole in memory(number):
        part = whole.replace(bytes(4096), b"")  # empty pages take time and hold nothing
        for kind, forms in wanted.items():
            found[kind] += sum(part.count(each) for each in set(forms))
