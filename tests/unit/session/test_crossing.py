"""Crossing mode: what is there is listed, the program's own goes, a family's goes only where that was chosen."""

import hashlib
import io
import os
from pathlib import Path

import pikepdf
import pytest

from kyr_app.i18n.locale import Locale
from kyr_app.model.settings import Look
from kyr_app.session.family import crossing
from kyr_app.session.session import Session
from kyr_app.store import log, release, traces
from kyr_app.store.preferences import Preferences
from kyr_app.store.slots import cheap
from kyr_app.store.traces import Kind
from tests.unit.session.conftest import WORDS

CONF = "[FileDialog]\nhistory=file:///media/ana, file:///tmp\nlastVisited=file:///media/ana\nviewMode=List\n[Other]\nhistory=1\n"


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine of the test alone: home, desktop, settings."""
    home = tmp_path / "home"
    for name in ("Documentos", "Desktop", ".config", ".cache/thumbnails/normal", ".local/share/Trash/files"):
        (home / name).mkdir(parents=True)
    (home / ".config/user-dirs.dirs").write_text(
        'XDG_DOCUMENTS_DIR="$HOME/Documentos"\nXDG_MUSIC_DIR="$HOME/M"\n'
    )
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(traces, "temporary", lambda: tmp_path / "temporary")
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr("kyr_app.store.drives.drives", lambda: ())
    return home


def litter(machine: Path, stick: Path) -> None:
    """Leave one of everything, and much that is not ours."""
    Preferences(Path(os.environ["KYR_HOME"])).keep(Session().settings)
    log.note(ValueError("Persona de Ejemplo"))
    for path in (
        machine / "Documentos/hoja-2026-11-22.pdf",
        machine / ".local/share/Trash/files/documento-2026-11-22-k7p2.pdf",
        machine / "Documentos/.kyr-abc123.part",
        machine / "Desktop/hoja-2026-11-22-2.pdf.Xy12Zz",
        machine / "Documentos/carta a mi tía.pdf",
        machine / "Documentos/hoja-de-vida.pdf",
        machine / "Documentos/settings.json",
        stick / "sub/copia-2026-11-22-abcd.age",
    ):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"12345")
    (machine / "Documentos" / ("0" * 32 + ".txt")).write_bytes(b"")
    (machine / "Documentos" / ("1" * 32 + ".a")).write_bytes(b"not a family file")
    (machine / ".config/QtProject.conf").write_text(CONF)
    uri = (machine / "Documentos/hoja-2026-11-22.pdf").as_uri()
    picture = hashlib.md5(uri.encode(), usedforsecurity=False).hexdigest() + ".png"
    (machine / ".cache/thumbnails/normal" / picture).write_bytes(b"png")


def kinds(found: crossing.Inventory) -> dict[Kind, int]:
    return {each.kind: len(each.things) for each in found.groups}


def test_everything_is_found_and_only_what_is_ours(
    session: Session, machine: Path, stick: Path, locale: Locale
) -> None:
    litter(machine, stick)
    session.family.create(stick, WORDS, costs=cheap())
    session.family.close()
    found = crossing.look([stick])
    assert kinds(found) == {
        Kind.FAMILY: 1,
        Kind.PAPER: 3,
        Kind.LEFTOVER: 2,
        Kind.SETTINGS: 1,
        Kind.LOG: 1,
        Kind.DESKTOP: 2,
    }
    assert not found.clean
    assert found.personal == 6
    assert found.groups[0].kind is Kind.FAMILY
    for group in found.groups:
        assert locale.render(group.title)
        assert all(locale.render(each.called) for each in group.things)


def test_its_own_traces_go_and_nothing_else(session: Session, machine: Path, stick: Path) -> None:
    litter(machine, stick)
    session.family.create(stick, WORDS, costs=cheap())
    session.give("adults", 2)
    found = crossing.look([stick])
    assert crossing.remove(session, found) == ()
    after = crossing.look([stick])
    assert kinds(after) == {Kind.FAMILY: 1, Kind.PAPER: 3}
    assert len(session.answers) == 0
    assert (
        machine / ".config/QtProject.conf"
    ).read_text() == "[FileDialog]\nviewMode=List\n[Other]\nhistory=1\n"
    assert log.lines() == ()
    session.use_look(Look.DARK)
    assert not list(Path(os.environ["KYR_HOME"]).iterdir())
    other = Session(library=session.library, today=session.today)
    other.family.open_file(after.groups[0].things[0].trace.path, WORDS)
    assert other.answers["adults"] == 2


def test_what_was_chosen_goes_too(session: Session, machine: Path, stick: Path, locale: Locale) -> None:
    litter(machine, stick)
    session.family.create(stick, WORDS, costs=cheap())
    session.family.file.blob_put(b"photo")
    session.family.close()
    found = crossing.look([stick])
    assert not crossing.receipt(found).clean
    assert crossing.remove(session, found, families=True, papers=True) == ()
    after = crossing.look([stick])
    assert after.things == ()
    assert after.clean
    assert sorted(each.name for each in stick.rglob("*")) == ["sub"]
    made = crossing.receipt(after)
    assert made.clean
    for words in made.lines:
        said = locale.render(words)
        assert "hoja-2026" not in said
        assert str(machine) not in said
    with pikepdf.open(io.BytesIO(session.receipt_sheet(made, ("es", "en")).run())) as pdf:
        assert len(pdf.pages) == 1
    assert (machine / "Documentos/carta a mi tía.pdf").exists()
    assert (machine / "Documentos" / ("1" * 32 + ".a")).exists()


@pytest.mark.usefixtures("machine")
def test_what_cannot_be_taken_away_is_told(session: Session, stick: Path) -> None:
    session.family.create(stick, WORDS, costs=cheap())
    found = crossing.look([stick])
    other = Session(library=session.library, today=session.today)  # it is open in another window
    stayed = crossing.remove(other, found, families=True)
    assert [each.trace.kind for each in stayed] == [Kind.FAMILY]
    assert crossing.look([stick]).personal == 1


@pytest.mark.usefixtures("machine")
def test_links_are_not_followed_and_long_folders_are_told(
    stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "hoja-2026-11-22.pdf").write_bytes(b"")
    (stick / "link").symlink_to(outside)
    (stick / "hoja-2026-11-23.pdf").symlink_to(outside / "hoja-2026-11-22.pdf")
    assert traces.look([stick]).traces == ()
    monkeypatch.setattr(traces, "MOST", 2)
    for number in range(5):
        (stick / f"{number}").mkdir()
    found = crossing.look(only=[stick])
    assert found.unfinished == (stick,)
    assert not found.clean
    assert crossing.look(only=[tmp_path / "nowhere"]).unfinished == (tmp_path / "nowhere",)


def test_an_empty_machine_is_clean(machine: Path, locale: Locale) -> None:
    found = crossing.look()
    assert found.things == ()
    assert found.clean
    assert set(crossing.where_to_look()) >= {machine / "Documentos", machine / "Desktop"}
    assert "0" not in "".join(locale.render(words) for words in crossing.receipt(found).sections[0].lines)


def released(folder: Path) -> None:
    for name, content in {"kyr": b"program", "lib/a.py": b"a", "lib/ñ.txt": b"b"}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    lines = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(folder).as_posix()}"
        for path in files
    ]
    (folder / release.NAME).write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_the_program_is_held_against_its_list(tmp_path: Path, locale: Locale) -> None:
    folder = tmp_path / "program"
    folder.mkdir()

    def said() -> str:
        return locale.render(crossing.Inventory((), (), release.verify(folder)).program)

    assert not release.verify(folder).listed
    seen = {said()}
    released(folder)
    (folder / "__pycache__").mkdir()
    (folder / "__pycache__/a.pyc").write_bytes(b"x")
    (folder / "home").mkdir()
    (folder / "home/settings.json").write_bytes(b"{}")
    found = release.verify(folder, (folder / "home",))
    assert (found.checked, found.same) == (3, True)
    seen.add(said())
    (folder / "kyr").write_bytes(b"other")
    (folder / "lib/a.py").unlink()
    found = release.verify(folder, (folder / "home",))
    assert (found.changed, found.missing, found.more) == (("kyr",), ("lib/a.py",), ())
    (folder / "added").write_bytes(b"")
    assert "added" in release.verify(folder).more
    assert not release.verify(folder).same
    seen.add(said())
    for damaged in ("", "nonsense\n", f"{'0' * 64}  ../../etc/passwd\n", f"{'0' * 64}  /etc/passwd\n", "\0"):
        (folder / release.NAME).write_text(damaged)
        assert release.verify(folder).damaged_list
    seen.add(said())
    assert len(seen) == 4


def test_a_source_copy_has_nothing_to_compare_with() -> None:
    assert (release.folder() / "kyr_app").is_dir()
    assert not release.verify(release.folder()).listed


def test_what_hardening_left_goes_too_and_only_once_the_sitting_is_closed(
    session: Session, machine: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert machine
    asked: list[bool] = []
    session.family.create(stick, WORDS, costs=cheap())
    monkeypatch.setattr(crossing.hardening, "forget", lambda: asked.append(session.family.open))
    crossing.remove(session, crossing.look([stick]))
    assert asked == [False]
