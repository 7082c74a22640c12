"""After a sitting, nothing of it is anywhere: every folder, every byte of the disk, every file that changed."""

from __future__ import annotations

import os
import signal
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from kyr_app.store import phrases
from tests.soak import leaks, needles, scan
from tests.soak.needles import Canaries
from tests.soak.outcome import Row, Scale
from tests.soak.sitter import sitting
from tests.soak.volume import Volume, can_mount, ext4

SIZE = 32
"""MiB of the volume that is looked at from below."""
ELSEWHERE = tuple(map(Path, ("/tmp", "/var/tmp", "/dev/shm", "/run", "/var/log", "/var/spool", "/var/cache")))
"""Where a program may leave something that was told to use other folders."""
ROOT = Path(__file__).resolve().parents[2]
SKIPPED = {".git", ".venv"}
LARGEST = 256 << 20

KINDS = {
    "file": ("a family file on a stick, answers, a story, papers, typing, copying; closed", "leave"),
    "guest": ("the same without a file; finished and forgotten", "leave"),
    "abort": ("the same with a file; ended by an abort in the middle", "abort"),
}


def rows(scale: Scale) -> Iterator[Row]:
    """Yield the rows of the table."""
    why = can_mount()
    for kind in KINDS if not scale.short else ("abort",):
        yield _sitting(kind, why, brief=scale.short)
    yield _sitting("guest", "a folder is enough to see it", brief=True, leaking=True)
    yield _planted(why)


def _sitting(kind: str, why: str, *, brief: bool, leaking: bool = False) -> Row:
    done, end = KINDS[kind]
    canaries = needles.fresh()
    with tempfile.TemporaryDirectory() as folder, _somewhere(Path(folder), why) as volume:
        since = time.time() - 1
        phrase = "" if kind == "guest" else phrases.new_phrase("es")
        with sitting(volume.root, canaries, phrase, brief=brief) as sitter:
            if kind == "guest":
                sitter.hears("forget")
                sitter.says()
            if leaking:
                sitter.hears("leak")
            sitter.hears(end)
            ended = sitter.ended()
        if end == "abort" and ended != -signal.SIGABRT:
            raise RuntimeError(f"the sitting did not abort: {ended}")
        found, looked = _looked(volume, _wanted(canaries, phrase), since, wide=not brief)
    result = f"{len(found)} hits; {looked}" + (f"; {found[0]}".replace(folder, "…") if found else "")
    what = "a program that writes one line too many" if leaking else f"Traces: {kind}"
    test = f"Traces: {what}" if leaking else what
    return Row(test=test, done=done, count=1, unit="sitting", bad=len(found), result=result, control=leaking)


def _wanted(canaries: Canaries, phrase: str) -> dict[bytes, str]:
    plain = (phrase, phrases.normal(phrase).decode()) if phrase else ()
    return needles.hunted(Canaries(canaries.stem, canaries.number, plain))


class _Folder(Volume, frozen=True):
    """A folder that stands in where no volume can be mounted."""


def _somewhere(folder: Path, why: str):
    from contextlib import nullcontext  # noqa: PLC0415

    return nullcontext(_Folder(folder, None)) if why else ext4(folder, SIZE)


def _looked(
    volume: Volume, wanted: dict[bytes, str], since: float, *, wide: bool
) -> tuple[list[scan.Hit], str]:
    """Scan the volume's files, its raw bytes, and what changed elsewhere on the computer."""
    found, files, _ = scan.tree([volume.root], wanted)
    said = f"{len(wanted)} needles; {files} files"
    if volume.image is not None:
        raw = volume.raw()
        found += scan.hits(raw, wanted, "the raw disk")
        said += f", {SIZE} MiB raw disk"
    own = {volume.image.stat().st_ino} if volume.image else set()
    changed = _changed(since, own, (*ELSEWHERE, *((Path.home(), ROOT) if wide else ())))
    for path in changed:
        try:
            found += scan.hits(Path(path).read_bytes(), wanted, path)
        except OSError:
            continue
    return found, f"{said}, {len(changed)} other files that changed"


def _changed(since: float, own: set[int], folders: Sequence[Path]) -> list[str]:
    """Return the files written since then, below folders where programs leave things."""
    found, waiting = [], [str(folder) for folder in folders]
    volumes = {Path(folder).stat().st_dev for folder in waiting if Path(folder).is_dir()}
    while waiting:
        try:
            inside = list(os.scandir(waiting.pop()))
        except OSError:
            continue
        for each in inside:
            try:
                about = each.stat(follow_symlinks=False)
            except OSError:
                continue
            if each.is_dir(follow_symlinks=False):
                if about.st_dev in volumes and each.name not in SKIPPED:
                    waiting.append(each.path)
            elif each.is_file(follow_symlinks=False) and max(about.st_mtime, about.st_ctime) >= since:
                found += [each.path] if about.st_ino not in own and about.st_size < LARGEST else []
    return list(dict.fromkeys(found))


def _planted(why: str) -> Row:
    """Plant every kind of leak, each with a word of its own, and look for each."""
    canaries = needles.fresh()
    dumps = sys.platform == "linux" and leaks.dumps_cores()
    raw = not why
    planted = [leak for leak in leaks.LEAKS if (dumps or leak is not leaks.core_dump)]
    if not raw:
        planted = [leak for leak in planted if leak not in {leaks.zipped, leaks.deleted_paper}]
    names = {leak: leak.__name__.replace("_", "") for leak in planted}
    with tempfile.TemporaryDirectory() as folder, _somewhere(Path(folder), why) as volume:
        for leak, tail in names.items():
            leak(volume.root, canaries.word(tail))
        wanted = needles.hunted(canaries)
        found, _, _ = scan.tree([volume.root], wanted)
        if raw:
            found += scan.hits(volume.raw(), wanted, "the raw disk")
    tails = needles.tails(canaries, names.values())
    missed = [
        tail for tail in names.values() if not any(form in hit.near for hit in found for form in tails[tail])
    ]
    said = f"{len(planted) - len(missed)} of {len(planted)} kinds found" + (
        f"; missed: {missed}" if missed else ""
    )
    left = [leak.__name__ for leak in leaks.LEAKS if leak not in planted]
    said += f"; not planted here: {', '.join(left)}" if left else ""
    return Row(
        test="Planted leaks",
        done="; ".join((leak.__doc__ or "").strip().rstrip(".") for leak in planted),
        count=len(planted),
        unit="kinds",
        bad=len(planted) - len(missed) if not missed else 0,
        result=said,
        control=True,
    )
