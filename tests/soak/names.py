"""Names of files: whatever somebody types, what reaches a disk is one plain name that every system takes."""

from __future__ import annotations

import re
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from kyr_app.store import names
from tests.soak.hostile import NAMES
from tests.soak.outcome import Row, Scale, words

_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|clock\$|conin\$|conout\$|(com|lpt)[0-9¹²³])(\.|$)")
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f]')
_TURNING = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")


def wrong(name: str) -> str:
    """Return why a name is none for every system; empty where it is one."""
    if not name or _FORBIDDEN.search(name) or _TURNING.search(name):
        return "characters"
    if _RESERVED.match(name) or name[0] in ". -~" or name[-1] in ". ":
        return "a name that a system keeps for itself"
    if len(name) > 80 or len(name.encode()) > 255:
        return "too long"
    return "" if unicodedata.is_normalized("NFC", name) else "not composed"


def rows(scale: Scale) -> Iterator[Row]:
    """Yield the rows of the table."""
    del scale
    found = Counter[str]()
    with tempfile.TemporaryDirectory() as folder:
        for typed in NAMES:
            try:
                made = names.safe(typed)
                found[wrong(made)] += 1
                path = Path(folder) / made
                path.write_bytes(b"x")
                if path.resolve().parent != Path(folder).resolve() or [
                    each.name for each in Path(folder).iterdir()
                ] != [made]:
                    found["elsewhere"] += 1
                path.unlink()
            except Exception as error:  # noqa: BLE001 (whatever it is, it is what this test is for)
                found[f"CRASH {type(error).__name__}"] += 1
    del found[""]
    done = "paths, reserved names, controls, names too long; each made safe and written"
    yield Row(
        test="Hostile names of files",
        done=done,
        count=len(NAMES),
        unit="names",
        bad=found.total(),
        result=f"{words(found)} wrong",
    )
    bare = Counter(wrong(typed) for typed in NAMES)
    del bare[""]
    yield Row(
        test="Hostile names, as they are",
        done="the same names without being made safe",
        count=len(NAMES),
        unit="names",
        bad=bare.total(),
        result=words(bare),
        control=True,
    )
