"""Files from outside are read through one door: whoever opens a file otherwise says here whose it is."""

import ast
from pathlib import Path

ROOT = Path(__file__).parents[2]
OWN = {
    "outside.py": "the door itself",
    "content/icons.py": "the program's own data",
    "content/library.py": "the program's own data, and packs that are held against their hashes",
    "content/official.py": "likewise",
    "content/tokens.py": "the program's own data",
    "cli/demo.py": "the program's own sample",
    "ui/pictures.py": "the program's own sample",
    "session/exchange/content.py": "the program's own content",
    "session/exchange/program.py": "the program's own words",
    "session/packs/publishers.py": "the program's own keys",
    "session/packs/publishing.py": "the program's own words",
    "session/selfcheck/copy.py": "the program's own sample",
    "session/selfcheck/machine.py": "what the system tells",
    "documents/worker/child.py": "the system's empty device",
    "speech/clip.py": "bytes in memory",
    "speech/recorded.py": "recordings of a pack that is held against its hashes",
    "store/disk.py": "folders, to flush them",
    "store/door.py": "the door of family files, which looks in the same way",
    "store/drives_linux.py": "what the system tells",
    "store/folders.py": "what the desktop keeps of this user",
    "store/instance.py": "the lock, which is never read",
    "store/log.py": "the program's own log",
    "store/release.py": "the program's own files",
    "store/traces.py": "the desktop's own file, to take our folders out of it",
}
READS = {"read_bytes", "read_text"}
OPENS = {"open", "fdopen"}


def opened(text):
    """Yield the lines on which a piece of source reads a file without the door."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and _opens(node, node.func):
            yield node.lineno


def _opens(call, named):
    """Tell whether a call is `open(…)`, `path.read_bytes()`, `os.open(…)`, `wave.open(…)`, `path.open("rb")`."""
    if isinstance(named, ast.Name):
        return named.id == "open"
    if not isinstance(named, ast.Attribute) or named.attr not in {*READS, *OPENS}:
        return False
    system = isinstance(named.value, ast.Name) and named.value.id in {"os", "io", "wave"}
    mode = call.args[0] if call.args else None
    reads = isinstance(mode, ast.Constant) and mode.value in {"r", "rb", "r+", "rb+"}
    return named.attr in READS or system or reads


def everything():
    for path in sorted((ROOT / "kyr_app").rglob("*.py")):
        yield path.relative_to(ROOT / "kyr_app").as_posix(), path.read_text(encoding="utf-8")


def test_no_file_from_outside_is_opened_but_through_the_door():
    found = {name: list(opened(text)) for name, text in everything()}
    assert {name: lines for name, lines in found.items() if lines and name not in OWN} == {}
    assert sorted(name for name in OWN if not found.get(name)) == []  # and nobody is excused for nothing


def test_it_is_seen_where_somebody_does():
    for line in (
        "path.read_bytes()",
        "Path(name).read_text('utf-8')",
        "open(name)",
        "path.open('rb')",
        "os.open(path, os.O_RDONLY)",
        "wave.open(str(path), 'rb')",
    ):
        assert list(opened(line)) == [1], line
    for line in (
        "outside.read(path, 10)",
        "Image.open(BytesIO(data))",
        "screen.open('what')",
        "buffer.open(flags)",
    ):
        assert list(opened(line)) == [], line
