"""Sets the program up and starts it: `python3 dev.py run`. Needs Python 3.11 and nothing else.

    run [args…]     the program; with no screen, its demonstration       test [args…]   the tests
    demo [-o DIR]   one family's journey: pictures and papers            check          formatter to contracts
    build           compile translations and lessons                     bench          how fast it is
    soak            what a family file withstands                        gallery        every screen as a picture
    bundle          the folder that runs from a stick                    lock           pin what is installed
    messages        collect the words of the code for translators

The first start fetches what is missing; a stamp in `.venv` spares later ones that. Errors are said in both languages.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
LOCKS = ("requirements.lock", "requirements-dev.lock")
NO_SCREEN = sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))

# What Qt opens at run time and pip cannot bring, with the Debian package of each; then what the tests use.
LIBRARIES = """
    libgthread-2.0.so.0  libglib2.0-0     libEGL.so.1           libegl1
    libGL.so.1           libgl1           libdbus-1.so.3        libdbus-1-3
    libfontconfig.so.1   libfontconfig1   libxkbcommon.so.0     libxkbcommon0
    libcups.so.2         libcups2         libxkbcommon-x11.so.0 libxkbcommon-x11-0
    libxcb-cursor.so.0   libxcb-cursor0   libxcb-icccm.so.4     libxcb-icccm4
    libxcb-keysyms.so.1  libxcb-keysyms1  libxcb-shape.so.0     libxcb-shape0
    libxcb-xkb.so.1      libxcb-xkb1      libxcb-render-util.so.0 libxcb-render-util0
""".split()
TEST_TOOLS = """
    Xvfb xvfb pdftotext poppler-utils xdotool xdotool xwd x11-apps strace strace age age minisign minisign qpdf qpdf
    dbus-run-session dbus-daemon  /usr/libexec/at-spi-bus-launcher at-spi2-core,python3-pyatspi,gir1.2-atspi-2.0
""".split()
CHECKS = {
    "format": ("-m", "ruff", "format", "--check", "-q", "--output-format=concise"),
    "ruff": ("-m", "ruff", "check", "-q", "--output-format=concise"),
    "contracts": ("-c", "from importlinter.cli import lint_imports_command as main; main()", "--no-logo"),
    "types": ("-m", "mypy"),
    "content": ("-m", "kyr_app", "content", "check"),
    "architecture": ("-m", "pytest", "-q", "-n2", "tests/architecture"),
}
BABEL = ("-m", "babel.messages.frontend", "-q")
TOOLS = {"bench": "tests.bench", "soak": "tests.soak", "gallery": "tests.gallery", "bundle": "tests.bundle"}
COMPILE_CATALOGS = (*BABEL, "compile", "-D", "kyr", "-d", "translations")
UV = ("-m", "uv", "pip", "compile", "-q", "--universal", "--generate-hashes", "--python-version", "3.11")


def say(spanish: str, english: str) -> None:
    """Tell the person something short, in both languages."""
    print(f"{spanish}\n{english}", file=sys.stderr, flush=True)


def stop(spanish: str, english: str) -> NoReturn:
    """End here, having said what to do."""
    sys.exit(f"{spanish}\n{english}")


def works(*command: str | Path, quietly: bool = False) -> bool:
    """Run a command, and tell whether it did what it is for."""
    return subprocess.run(command, capture_output=quietly, check=False).returncode == 0


def opens(library: str) -> bool:
    """Tell whether the system finds this library, by opening it: no list of packages is as sure."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_packages(*, testing: bool) -> list[str]:
    """Return the Debian packages without which the program or its tests would not start."""
    pairs = zip(LIBRARIES[::2], LIBRARIES[1::2], strict=True)
    missing = [] if importlib.util.find_spec("ensurepip") else ["python3-venv"]
    missing += [package for library, package in pairs if not opens(library)]
    tools = zip(TEST_TOOLS[::2], TEST_TOOLS[1::2], strict=True) if testing else ()
    return missing + [one for tool, many in tools if not shutil.which(tool) for one in many.split(",")]


def install_packages(packages: list[str]) -> None:
    """Install Debian packages as root or with sudo; where neither is possible, print the one line to type."""
    names = " ".join(packages)
    as_root = [] if os.geteuid() == 0 else ["sudo"]
    can_ask = shutil.which("sudo") and sys.stdin.isatty()  # sudo must be able to ask for the password
    if not shutil.which("apt-get") or (as_root and not can_ask):
        line = f"apt-get update && apt-get install -y --no-install-recommends {names}"
        stop(
            "Faltan piezas del sistema. En Debian se instalan con esta línea; después, empiece otra vez:\n"
            f"\n    {'sudo sh' if shutil.which('sudo') else 'su'} -c '{line}'\n",
            "Parts of the system are missing. In Debian, the line above installs them; then start again.",
        )
    say(f"Instalo del sistema: {names}", f"Installing from the system: {names}")
    apt = [*as_root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"]
    works(*apt, "update")  # where this fails, older lists may still do
    if not works(*apt, "install", "-y", "--no-install-recommends", *packages):
        stop(
            "No se pudo instalar. ¿Hay internet? ¿Trabaja otro instalador? Empiece otra vez después.",
            "The installation failed. Is there an internet connection? Is another installer busy? Try again.",
        )


def make_environment() -> None:
    """Have a `.venv` with this Python and a pip that works, keeping one that already is so."""
    proof = f"import pip, sys; sys.exit(sys.version_info[:2] != {sys.version_info[:2]})"
    if PYTHON.exists() and works(PYTHON, "-c", proof, quietly=True):
        return
    if not works(sys.executable, "-m", "venv", "--clear", VENV):
        stop(
            f"No se pudo crear {VENV}. ¿Hay espacio en el disco? ¿Puede usted escribir en esa carpeta?",
            f"Could not make {VENV}. Is there room on the disk? May you write in that folder?",
        )


def set_up(*, testing: bool) -> None:
    """Have all that is needed installed. Costs a few milliseconds when it already is."""
    locks = [ROOT / lock for lock in LOCKS[: 1 + testing]]
    stamp = VENV / ("ready-to-test" if testing else "ready-to-run")
    wanted = hashlib.sha256(b"".join(map(Path.read_bytes, locks))).hexdigest() + str(sys.version_info[:2])
    if stamp.is_file() and stamp.read_text() == wanted:
        return
    if sys.platform == "linux" and (packages := missing_packages(testing=testing)):
        install_packages(packages)
    say("Preparo el programa: una vez, unos minutos.", "Setting the program up: once, some minutes.")
    make_environment()
    pip = (PYTHON, "-m", "pip", "--disable-pip-version-check", *(() if sys.stdout.isatty() else ("-q",)))
    files = [word for lock in locks for word in ("-r", lock)]
    if not works(*pip, "install", "--require-hashes", "--only-binary=:all:", *files):
        stop(
            "No se pudo bajar lo que falta. ¿Hay internet? Empiece otra vez: lo ya bajado se conserva.",
            "Could not fetch what is missing. Is there an internet connection? Try again: what came is kept.",
        )
    stamp.write_text(wanted)


def trace(*patterns: str) -> str:
    """Return a mark of the files of these patterns: it changes when one comes, goes, or is written."""
    files = sorted(path for pattern in patterns for path in ROOT.glob(pattern))
    marks = [f"{path.relative_to(ROOT)} {path.stat().st_mtime_ns}" for path in files]
    return hashlib.sha256("\n".join(marks).encode()).hexdigest()


def renew(name: str, mark: str, command: tuple[str, ...], *, made: bool) -> None:
    """Run the command unless what it makes was `made` from sources with this mark."""
    stamp = ROOT / f"build/.{name}"
    if made and stamp.is_file() and stamp.read_text() == mark:
        return
    if python(*command, cwd=ROOT):
        stop(f"No se pudo compilar: {name}. La causa está arriba.", f"Could not compile: {name}. See above.")
    stamp.parent.mkdir(exist_ok=True)
    stamp.write_text(mark)


def build() -> None:
    """Compile the translations and the lessons where a source changed since the last time."""
    catalogs = "translations/*/LC_MESSAGES/kyr.po"
    if found := list(ROOT.glob(catalogs)):
        made = all(catalog.with_suffix(".mo").exists() for catalog in found)
        renew("translations", trace(catalogs), COMPILE_CATALOGS, made=made)
    mark = trace("assets/**/*.yaml", "forms/**/*.yaml", "kyr_app/content/**/*.py", "kyr_app/model/*.py")
    renew("content", mark, ("-m", "kyr_app.content.build"), made=(ROOT / "build/content").is_dir())


def python(*arguments: str, cwd: Path | None = None) -> int:
    """Run the Python of `.venv` with the program in reach, and return its exit status."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    try:
        return subprocess.run([PYTHON, *arguments], cwd=cwd, env=environment, check=False).returncode
    except KeyboardInterrupt:  # the program has seen it too, and has said what there was to say
        return 130


def run(arguments: list[str]) -> int:
    """Start the program; where there is no screen to open its window on, play its demonstration instead."""
    if arguments or not NO_SCREEN:
        return python("-m", "kyr_app", *arguments)
    say("Aquí no hay pantalla: hago la demostración en build/demo.", "No screen here: see build/demo.")
    return demo([])


def demo(arguments: list[str]) -> int:
    """Play one family's journey without a screen: pictures of the window, and papers."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return python("-m", "kyr_app", "demo", *(arguments or ["-o", str(ROOT / "build/demo")]))


def test(arguments: list[str]) -> int:
    """Run the tests: all of them on two cores, each file on one, or those that pytest's own arguments name."""
    together = ("-n2", "--dist=loadfile", "--no-loadscope-reorder")
    return python("-m", "pytest", *(arguments or together), cwd=ROOT)


def check(_: list[str]) -> int:
    """Run every check, also after one has failed, and name those that failed."""
    failed = ", ".join(name for name, command in CHECKS.items() if python(*command, cwd=ROOT))
    say(f"Fallan: {failed or 'ninguno'}", f"Failing: {failed or 'none'}")
    return bool(failed)


def extraction(template: str) -> tuple[str, ...]:
    """Return the command that collects the words of the code into a template."""
    marks = ("--no-default-keywords", "-k", "N_", "-k", "P_:1,2", "-c", "Translators:")
    form = ("--sort-output", "--add-location=file", "--width=100", "--omit-header")  # nothing that has a date
    return (*BABEL, "extract", "-F", "babel.toml", *marks, *form, "-o", template, "kyr_app")


def messages(_: list[str]) -> int:
    """Bring the template and the Spanish catalog up to date with the code, guessing no translation."""
    names = ("-D", "kyr", "-i", "translations/kyr.pot", "-d", "translations", "-l", "es", "--width=100")
    guess_nothing = ("--no-fuzzy-matching", "--ignore-obsolete", "--ignore-pot-creation-date")
    collected = python(*extraction("translations/kyr.pot"), cwd=ROOT)
    return collected or python(*BABEL, "update", *guess_nothing, *names, cwd=ROOT)


def lock(arguments: list[str]) -> int:
    """Pin every dependency for Linux and Windows, with hashes; `--upgrade` asks for newer ones."""
    plain = (*UV, "--no-header", "--no-annotate", "--no-emit-index-url", *arguments)
    return max(python(*plain, name.replace(".lock", ".in"), "-o", name, cwd=ROOT) for name in LOCKS)


def main(arguments: list[str]) -> int:
    """Set up what the command needs, and run it."""
    commands = {it.__name__: it for it in (run, test, check, demo, messages, lock)}
    name, *rest = arguments or [""]
    if name not in {*commands, *TOOLS, "build"}:
        print(__doc__)
        return 0 if name in {"-h", "--help"} else 2
    set_up(testing=name in {"test", "check", "lock", *TOOLS})
    if name not in {"messages", "lock"}:
        build()
    if name in TOOLS:
        return python("-m", TOOLS[name], *rest, cwd=ROOT)
    return 0 if name == "build" else commands[name](rest)


if __name__ == "__main__":
    if sys.version_info < (3, 11):  # noqa: UP036 - whoever starts this with an older Python is told so
        stop("Hace falta Python 3.11 o más nuevo.", "Python 3.11 or newer is needed.")
    sys.exit(main(sys.argv[1:]))
