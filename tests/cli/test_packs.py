"""`kyr pack`: published by one person, carried by another, used and taken back by a third."""

import json
import shutil

import pypdfium2
import pytest

from kyr_app import places
from kyr_app.cli.main import main
from kyr_app.session.packs import publishers
from kyr_app.store.preferences import home
from kyr_app.updates import minisign, secret


@pytest.fixture
def keys(tmp_path, monkeypatch):
    key = secret.new()
    (tmp_path / "own.key").write_text(secret.written(key, ""))
    monkeypatch.setattr(publishers, "pinned", lambda: (key.public,))
    return tmp_path / "own.key"


def content(folder, change=lambda shelf: shelf):
    folder.mkdir()
    shelf = json.loads((places.pack() / "library.json").read_bytes())
    (folder / "library.json").write_text(json.dumps(change(shelf), ensure_ascii=False))
    return folder


def with_a_new_title(shelf):
    shelf["lessons"][0]["title"] = {"es": "Un título nuevo", "en": "A new title"}
    shelf["lessons"].pop()
    return shelf


def publish(tmp_path, keys, version, change=with_a_new_title, name="p"):
    built = content(tmp_path / f"content-{version}", change)
    pack = tmp_path / f"guia-{name}{version}.zip"
    notes = ["--notes-es", "Un título.", "--notes-en", "A title."]
    assert (
        main(["pack", "build", "--content", str(built), "--version", str(version), *notes, "-o", str(pack)])
        == 0
    )
    assert main(["pack", "sign", str(pack), "--key", str(keys)]) == 0
    return pack


def lessons(capsys):
    capsys.readouterr()
    assert main(["lessons", "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_a_pack_is_made_signed_looked_at_used_and_taken_back(tmp_path, keys, capsys):
    before = lessons(capsys)
    pack = publish(tmp_path, keys, 2099010101)
    assert main(["pack", "verify", str(pack), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["version"] == 2099010101
    assert [each["how"] for each in told["changes"]] == ["changed", "gone"]
    changed = told["changes"][0]["id"]
    passage = told["changes"][0]["passages"][0]
    title = {each["id"]: each["title"] for each in before}
    assert passage["after"] == {"es": "Un título nuevo", "en": "A new title"}
    assert passage["before"] == title[changed]
    assert not (home() / "packs").exists()  # looking changes nothing
    assert main(["pack", "install", str(pack)]) == 0
    after = lessons(capsys)
    assert {each["id"]: each["title"] for each in after}[changed]["es"] == "Un título nuevo"
    assert len(after) == len(before) - 1
    assert main(["pack", "list", "--json"]) == 0
    assert [row["active"] for row in json.loads(capsys.readouterr().out)] == [False, True]
    assert main(["pack", "back"]) == 0
    assert lessons(capsys) == before
    assert main(["pack", "back"]) == 1
    assert capsys.readouterr().err


def test_damage_and_age_are_told_and_change_nothing(tmp_path, keys, capsys):
    pack = publish(tmp_path, keys, 2099010102)
    good = pack.read_bytes()
    pack.write_bytes(good[:-1] + b"x")
    assert main(["pack", "install", str(pack), "--ui", "es"]) == 1
    assert "No se cambió nada" in capsys.readouterr().err
    pack.write_bytes(good)
    (tmp_path / (pack.name + ".minisig")).unlink()
    assert main(["pack", "install", str(pack)]) == 1
    old = publish(tmp_path, keys, 2001010101)
    assert main(["pack", "install", str(old)]) == 1
    assert not (home() / "packs").exists()


def test_content_that_does_not_fit_is_refused_though_it_is_signed(tmp_path, keys):
    for at, change in enumerate(
        (lambda _: [], lambda s: {**s, "lessons": [{}]}, lambda s: {**s, "format": "x"})
    ):
        pack = publish(tmp_path, keys, 2099010103 + at, change)
        assert main(["pack", "install", str(pack)]) == 1
    assert not (home() / "packs").exists()


def test_a_damaged_pack_gives_way_to_the_lessons_of_the_program(tmp_path, keys, capsys):
    before = lessons(capsys)
    assert main(["pack", "install", str(publish(tmp_path, keys, 2099010101))]) == 0
    assert lessons(capsys) != before
    for file in (home() / "packs").glob("*/library.json"):
        file.write_text("{}")
    assert lessons(capsys) == before


def test_without_a_pinned_key_no_pack_is_believed(tmp_path, keys, monkeypatch):
    pack = publish(tmp_path, keys, 2099010101)
    monkeypatch.setattr(publishers, "pinned", tuple)
    assert main(["pack", "install", str(pack)]) == 1


def test_keys_are_made_with_a_password(tmp_path):
    (tmp_path / "word").write_text("clave larga\n")
    name = str(tmp_path / "new")
    assert main(["pack", "key", name, "--password-from", str(tmp_path / "word")]) == 0
    made = secret.opened((tmp_path / "new.key").read_text(), "clave larga")
    assert minisign.public_key((tmp_path / "new.pub").read_text()) == made.public
    assert main(["pack", "key", name]) == 1  # never over another key


def test_only_two_keys_are_pinned(tmp_path, monkeypatch):
    monkeypatch.setattr(places, "assets", lambda: tmp_path)
    assert publishers.pinned() == ()
    (tmp_path / "keys").mkdir()
    for name in "abc":
        (tmp_path / "keys" / f"{name}.pub").write_text(minisign.written(secret.new().public))
    assert len(publishers.pinned()) == 2
    shutil.rmtree(tmp_path / "keys")


def test_a_slip_in_the_password_of_a_new_key_makes_no_key(tmp_path, monkeypatch, capsys):
    typed = iter(["clave larga", "clave lrga"])
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("getpass.getpass", lambda _: next(typed))
    assert main(["pack", "key", str(tmp_path / "new")]) == 1
    assert not list(tmp_path.glob("new.*"))
    assert capsys.readouterr().err


def test_what_a_pack_changes_can_be_printed(tmp_path, keys):
    pack = publish(tmp_path, keys, 2099010107)
    assert main(["pack", "verify", str(pack), "-o", str(tmp_path / "changes.pdf")]) == 0
    with pypdfium2.PdfDocument(tmp_path / "changes.pdf") as pdf:
        said = " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pdf)
    for words in ("2099010107", "Un título nuevo", "A new title", "Un título.", "A title."):
        assert words in said


def test_a_program_without_a_key_says_so_where_packs_are_listed(capsys):
    assert main(["pack", "list", "--ui", "en"]) == 0
    assert publishers.NO_KEY.key in capsys.readouterr().out
