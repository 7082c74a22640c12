"""Try a made folder where nothing is: `python3 -m tests.bundle.clean_root build/bundle/guia [--deb FILE]`.

Makes a Debian root with `debootstrap` (no Python, no desktop, no library of either), mounts the folder there read-only,
and plays the tour there as an ordinary user whose own folder cannot be written. Then opens the window on an Xvfb of
this computer and keeps a picture of it. With a package: installs it, runs it, removes it, and looks what is left.
Needs root, `debootstrap`, and for the picture `Xvfb` and `xwd`.
"""

from __future__ import annotations

import argparse
import os
import shutil
import stat
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.bundle import tour

USER = "ana"
DISPLAY = ":87"
_DEVICES = {"null": "3", "zero": "5", "full": "7", "random": "8", "urandom": "9"}
_CLEAN = ("env", "-i", "PATH=/usr/bin:/bin", f"HOME=/home/{USER}", "LANG=C.UTF-8", f"DISPLAY={DISPLAY}")


def main(arguments: list[str]) -> int:
    """Return 0 where everything went as it should."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--deb", type=Path)
    parser.add_argument("--suite", default="bookworm")
    parser.add_argument("--root", type=Path, default=Path("/var/tmp/guia-root"))
    parser.add_argument(
        "-o", "--output", type=Path, default=Path(), help="where the picture of the window goes"
    )
    chosen = parser.parse_args(arguments)
    root = own(chosen.root) / chosen.suite
    make(root, chosen.suite)
    with mounted(root, chosen.folder.resolve()):
        failed = _tour(root)
        if shutil.which("Xvfb") and shutil.which("xwd"):
            _picture(root, chosen.output / f"window-{chosen.suite}.xwd")
    if chosen.deb:
        failed += _package(root, chosen.deb)
    for each in failed:
        print(each)
    print(f"{chosen.suite}: {len(failed)} of {len(tour.STEPS) + len(tour.KEYED) + bool(chosen.deb)} failed")
    return bool(failed)


def own(home: Path) -> Path:
    """Have a folder that nobody else of this computer made or may write into: what lies in it is run as root."""
    home.mkdir(mode=0o755, parents=True, exist_ok=True)
    found = home.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.geteuid() or found.st_mode & 0o022:
        raise SystemExit(f"{home} is not this user's own: remove it, or give another --root")
    return home


def make(root: Path, suite: str) -> None:
    """Have a bare root of a Debian, with one ordinary user who may write in `/out` alone."""
    if not (root / "etc" / "debian_version").exists():
        subprocess.run(("debootstrap", "--variant=minbase", suite, str(root)), check=True)
    for name, minor in _DEVICES.items():
        if not (root / "dev" / name).exists():
            subprocess.run(("mknod", "-m", "666", str(root / "dev" / name), "c", "1", minor), check=True)
    inside(root, f"id {USER} >/dev/null 2>&1 || useradd -m {USER}")
    inside(root, f"chown root /home/{USER}; chmod 555 /home/{USER}; mkdir -p /stick")
    inside(root, f"rm -rf /out; mkdir /out; chown {USER} /out; ! command -v python3")


def inside(root: Path, line: str) -> str:
    """Run a line of shell in the root, as root, and return what it said."""
    return subprocess.run(
        ("chroot", str(root), "sh", "-c", line), check=True, capture_output=True, text=True
    ).stdout


@contextmanager
def mounted(root: Path, folder: Path) -> Iterator[None]:
    """Have the folder in the root, read-only, with `/proc` and the sockets of this computer's displays."""
    sockets = root / "tmp" / ".X11-unix"
    sockets.mkdir(exist_ok=True)
    plan = (
        ("-t", "proc", "proc", str(root / "proc")),
        ("--bind", str(folder), str(root / "stick")),
        ("-o", "remount,ro,bind", str(root / "stick")),
        ("--bind", "/tmp/.X11-unix", str(sockets)),
    )
    try:
        for words in plan:
            subprocess.run(("mount", *words), check=True)
        yield
    finally:
        for place in (sockets, root / "stick", root / "proc"):
            subprocess.run(("umount", "-l", str(place)), check=False, capture_output=True)


def _as_user(root: Path, *words: str, environment: Sequence[str] = ()) -> tuple[str, ...]:
    return (
        "chroot",
        f"--userspec={USER}:{USER}",
        str(root),
        *_CLEAN,
        *environment,
        "sh",
        "-c",
        'cd /out && exec "$@"',
        "sh",
        *words,
    )


def _tour(root: Path) -> list[str]:
    tour.prepare(root / "out")
    failed = [f"{' '.join(step)}: {said}" for step, said in tour.play(_as_user(root, "/stick/guia"), root)]
    failed += _keyed(root)
    left = [each for each in (root / "tmp").iterdir() if each.name != ".X11-unix"]
    return failed + [f"left in /tmp: {each.name}" for each in left]


def _keyed(root: Path) -> list[str]:
    """Play the steps of a folder that believes a key: what it keeps goes into a place of its own."""
    tour.with_key(root / "stick", root / "out")
    program = _as_user(root, "/out/keyed/guia", environment=("KYR_HOME=/out/kept",))
    return [f"{' '.join(step)}: {said}" for step, said in tour.play(program, root, steps=tour.KEYED)]


def _picture(root: Path, target: Path) -> None:
    display = subprocess.Popen(
        ("Xvfb", DISPLAY, "-screen", "0", "1366x768x24", "-ac"), stderr=subprocess.DEVNULL
    )
    window = subprocess.Popen(_as_user(root, "/stick/guia"), stderr=subprocess.DEVNULL)
    try:
        time.sleep(12)
        subprocess.run(("xwd", "-root", "-silent", "-display", DISPLAY, "-out", str(target)), check=True)
    finally:
        for each in (window, display):
            each.terminate()
            with suppress(subprocess.TimeoutExpired):
                each.wait(5)


def _package(root: Path, deb: Path) -> list[str]:
    shutil.copy(deb, root / "tmp" / deb.name)
    every = (
        "find / -xdev \\( -path /proc -o -path /out -o -path /tmp -o -path /var \\) -prune -o -print | sort"
    )
    before = inside(root, every)
    inside(root, f"dpkg -i /tmp/{deb.name} && dpkg --verify guia && rm /tmp/{deb.name}")
    subprocess.run(_as_user(root, "guia", "selftest"), check=True, stdout=subprocess.DEVNULL)
    inside(root, "dpkg --purge guia")
    left = set(inside(root, every).splitlines()) ^ set(before.splitlines())
    return [f"the package left or took {each}" for each in sorted(left)]


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
