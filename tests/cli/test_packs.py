"""`kyr pack`: published by one person, carried by another, used and taken back by a third."""

import json
import shutil

import pypdfium2
import pytest

from kyr_app import places
from kyr_app.cli.main import main
from kyr_app.session.packs import publishers, publishing
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


def test_content_that_does_not_fit_is_refused_though_it_is_signed(tmp_path, keys, monkeypatch):
    monkeypatch.setattr(publishing, "sound", lambda _: None)  # whoever made it had another program
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


def built(tmp_path, change, capsys):
    """Build a pack of changed content; return the status and what was said to mend."""
    folder = content(tmp_path / f"content-{len(list(tmp_path.iterdir()))}", change)
    pack = tmp_path / "guia-n.zip"
    notes = ["--notes-es", "Un título.", "--notes-en", "A title."]
    status = main(["pack", "build", "--content", str(folder), *notes, "-o", str(pack), "--ui", "en"])
    assert pack.exists() is (status == 0)
    return status, capsys.readouterr().err


@pytest.mark.parametrize(
    ("es", "en", "why"),
    [
        ("Llame al 1-800-898-7180.", "Call 1-800-898-7108.", "different numbers"),
        ("Pague 30 dólares.", "Pay 300 dollars.", "different numbers"),
        ("Antes del 3 de mayo.", "Before March 3.", "different months"),
        ("Use el I-589.", "Use the EOIR-28.", "different"),
    ],
)
def test_numbers_that_differ_between_the_languages_make_no_pack(tmp_path, capsys, es, en, why):
    def change(shelf):
        shelf["lessons"][0]["title"] = {"es": es, "en": en}
        return shelf

    status, said = built(tmp_path, change, capsys)
    assert status == 1
    assert why in said
    assert (
        f"lessons/{json.loads((places.pack() / 'library.json').read_bytes())['lessons'][0]['id']}.title:"
        in said
    )
    assert "No pack was made." in said


def test_numbers_that_differ_in_a_third_language_make_no_pack(tmp_path, capsys):
    def change(shelf):
        title = shelf["lessons"][0]["title"]
        shelf["lessons"][0]["title"] = {"es": "A las 9", "en": "At 9", "more": {"ht": "A 8"}}
        assert title
        return shelf

    status, said = built(tmp_path, change, capsys)
    assert status == 1
    assert "ht" in said
    assert "other numbers than the Spanish" in said


def test_every_difference_is_told_at_once(tmp_path, capsys):
    def change(shelf):
        for lesson in shelf["lessons"][:3]:
            lesson["title"] = {"es": "1", "en": "2"}
        return shelf

    status, said = built(tmp_path, change, capsys)
    assert (status, said.count("different numbers")) == (1, 3)
    assert "3 things to mend" in said


def test_no_content_makes_no_pack(tmp_path, capsys):
    (tmp_path / "empty").mkdir()
    notes = ["--notes-es", "x", "--notes-en", "x", "-o", str(tmp_path / "p.zip")]
    assert main(["pack", "build", "--content", str(tmp_path / "empty"), *notes]) == 1
    assert main(["pack", "build", "--content", str(tmp_path / "none"), *notes]) == 1
    assert not (tmp_path / "p.zip").exists()
    assert capsys.readouterr().err


def test_translations_with_other_numbers_are_told_with_their_line(tmp_path, capsys):
    address = "lessons/turn-in.title"
    shelf = json.loads((places.pack() / "library.json").read_bytes())
    [title] = [each["title"]["es"] for each in shelf["lessons"] if each["id"] == "turn-in"]
    folder = tmp_path / "ht"
    folder.mkdir()
    language = "id: ht\nname: Kreyòl\ncalled:\n  es: criollo haitiano\n  en: Haitian Creole\n"
    (folder / "language.yaml").write_text(language, encoding="utf-8")
    (folder / "content.po").write_text(
        'msgid ""\nmsgstr "Language: ht\\n"\n\n'
        f'msgctxt "{address}"\nmsgid "{title}"\nmsgstr "Prepare w 24 fwa"\n',
        encoding="utf-8",
    )
    notes = ["--notes-es", "x", "--notes-en", "x", "-o", str(tmp_path / "p.zip"), "--ui", "en"]
    assert main(["pack", "build", "--languages", str(folder), *notes]) == 1
    said = capsys.readouterr().err
    assert "ht/content.po:5:" in said
    assert "other numbers than the Spanish" in said
    assert not (tmp_path / "p.zip").exists()
