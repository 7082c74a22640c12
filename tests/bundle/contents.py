"""What goes into the folder, and what stays out: read by `guia.spec`, on Linux and on Windows alike."""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parents[2]
NO_TRIM = "GUIA_WHOLE"
"""With this in the environment nothing is left out: how large the folder would be, for `sizes.py`."""

LANGUAGES = ("es", "en")
PACK_LANGUAGES = ("pt", "ht", "fr")
"""Languages that a content pack may bring: their dates and lists, their voice, hyphens, and Qt's own buttons."""

_VOICES = {
    "es": ("roa/es", "roa/es-419"),
    "en": ("gmw/en", "gmw/en-US"),
    "pt": ("roa/pt", "roa/pt-BR"),
    "ht": ("roa/ht",),
    "fr": ("roa/fr",),
}
_SOUNDS = ("phondata", "phonindex", "phontab", "intonations")
_HYPHENS = ("es", "en_US", "pt_BR", "fr")

# Of Qt: what a window of widgets, its icons and a PDF preview need, on X11, on Wayland, and without a screen.
KEPT_PLUGINS = {
    "platforms": ("qxcb", "qoffscreen", "qwayland", "qwindows"),
    "imageformats": ("qjpeg",),
    "printsupport": ("cupsprintersupport", "windowsprintersupport"),
    "styles": ("qmodernwindowsstyle",),
    "wayland-shell-integration": ("xdg-shell",),
    "wayland-decoration-client": ("bradient",),
    "platforminputcontexts": ("composeplatforminputcontext", "ibusplatforminputcontextplugin"),
    "accessiblebridge": ("qatspi",),
}
KEPT_WORDS = ("qtbase_es.qm", "qtbase_fr.qm", "qtbase_pt_BR.qm")
LEFT_OUT = (
    "Qt6Qml", "Qt6Quick", "Qt6OpenGL", "Qt6ShaderTools", "Qt6VirtualKeyboard", "Qt6Svg", "Qt6WlShell",
    "Qt6EglFS", "Qt6Sql", "Qt6Test", "Qt6Designer", "opengl32sw", "d3dcompiler",
)  # fmt: skip

# Modules that no way through the program reaches. Without OpenSSL `hashlib` counts with Python's own code: slower than
# a stick. `lxml` is pikepdf's for a kind of metadata that we neither read nor write.
EXCLUDED = [
    "_hashlib", "_ssl", "_uuid", "ssl", "asyncio", "ftplib", "smtplib", "imaplib", "poplib", "xmlrpc", "http.server",
    "http.cookiejar", "socketserver", "wsgiref", "webbrowser", "multiprocessing", "concurrent.futures.process",
    "tkinter", "unittest", "pydoc", "doctest", "pdb", "lib2to3", "test", "setuptools", "pip", "distutils", "ensurepip",
    "curses", "readline", "sqlite3.test", "xml.sax.expatreader", "_codecs_jp", "_codecs_hk", "_codecs_cn", "_codecs_kr",
    "_codecs_tw", "_codecs_iso2022", "charset_normalizer", "lxml", "pkg_resources",
    "PySide6.QtNetwork", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtOpenGL", "PySide6.QtSvg", "qtawesome", "qtpy",
    "numpy", "matplotlib", "IPython", "PIL._avif", "PIL._webp", "PIL._imagingcms", "PIL._imagingft", "PIL._imagingtk",
    "PIL.ImageQt", "PIL.ImageGrab", "reportlab.graphics.testshapes", "reportlab.rl_config_test", "dateutil.zoneinfo",
    "holidays.financial",
]  # fmt: skip
# What Qt's libraries ask of the desktop and PyInstaller leaves to it. A bare computer lacks them: `thin.py` makes
# spares of them, which step in only there.
_DISPATCHERS = ("libGL.so.1", "libGLX.so.0", "libGLdispatch.so.0", "libEGL.so.1", "libxcb.so.1")

Pair = tuple[str, str]


def trimmed() -> bool:
    """Return whether what is not needed stays out, as it does but for a measurement."""
    return not os.environ.get(NO_TRIM)


def package(name: str) -> Path:
    """Return the folder of an installed package, without importing it."""
    spec = importlib.util.find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(name)
    return Path(next(iter(spec.submodule_search_locations)))


def data() -> list[Pair]:
    """Return what is read at run time and no import names: (file or folder, folder in the bundle)."""
    own = "kyr_app/_data"
    catalogs = [(each, f"{own}/{each.parent.relative_to(ROOT).as_posix()}") for each in _catalogs()]
    found = [
        *catalogs,
        (ROOT / "build/content", f"{own}/pack"),
        # What authors and translators work on: they need no copy of the source.
        (ROOT / "assets/content", f"{own}/assets/content"),
        (ROOT / "forms", f"{own}/forms"),
        (ROOT / "translations/kyr.pot", f"{own}/translations"),
        (ROOT / "assets/theme.toml", f"{own}/assets"),
        (ROOT / "assets/sample", f"{own}/assets/sample"),
        (package("fontpkg_atkinson_hyperlegible") / "files", "fontpkg_atkinson_hyperlegible/files"),
        *((each, "qtawesome/fonts") for each in sorted((package("qtawesome") / "fonts").glob("phosphor-*"))),
        *_voice(),
        *_lists(),
    ]
    if (ROOT / "assets/keys").is_dir():
        found.append((ROOT / "assets/keys", f"{own}/assets/keys"))
    return [(str(source), target) for source, target in found]


def _catalogs() -> list[Path]:
    return sorted((ROOT / "translations").glob("*/LC_MESSAGES/kyr.mo"))


def _voice() -> Iterator[tuple[Path, str]]:
    inside = "espeakng_loader/espeak-ng-data"
    home = package("espeakng_loader") / "espeak-ng-data"
    spoken = (*LANGUAGES, *PACK_LANGUAGES)
    yield from ((home / name, inside) for name in (*_SOUNDS, *(f"{each}_dict" for each in spoken)))
    for name in (name for each in spoken for name in _VOICES[each]):
        yield home / "lang" / name, f"{inside}/lang/{name.split('/')[0]}"


def _lists() -> Iterator[tuple[Path, str]]:
    hyphens, words = package("pyphen") / "dictionaries", package("mnemonic") / "wordlist"
    yield from ((hyphens / f"hyph_{each}.dic", "pyphen/dictionaries") for each in _HYPHENS)
    yield from ((words / f"{each}.txt", "mnemonic/wordlist") for each in ("spanish", "english"))


def libraries(usr_lib: Path = Path("/usr/lib")) -> list[Pair]:
    """Return the libraries that are opened by name: the voice, and on Linux what speaks to the display."""
    speech = package("espeakng_loader")
    voice = next(iter([*speech.glob("libespeak-ng.so"), *speech.glob("*.dll"), *speech.glob("*.dylib")]))
    dispatchers = [each for name in _DISPATCHERS for each in sorted(usr_lib.glob(f"*-linux-gnu/{name}"))]
    return [(str(voice), "espeakng_loader"), *((str(each), ".") for each in dispatchers)]


def excluded() -> list[str]:
    """Return the modules that stay out. Countries stay in: the holidays of one fetch those of all."""
    return EXCLUDED if trimmed() else []


def wanted(entry: tuple[str, ...]) -> bool:
    """Return whether an entry of PyInstaller's lists, whose first word is a path inside the bundle, stays in."""
    path = PurePosixPath(entry[0].replace("\\", "/"))
    parts, file = path.parts, path.name
    if not trimmed():
        return True
    if "PySide6" in parts and "plugins" in parts:
        kind = parts[parts.index("plugins") + 1]
        return file.removeprefix("lib").startswith(KEPT_PLUGINS.get(kind, ("\0",)))
    if "PySide6" in parts and "translations" in parts:
        return file in KEPT_WORDS
    return not any(each in file for each in LEFT_OUT)
