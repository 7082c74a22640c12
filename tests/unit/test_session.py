import datetime as dt
import os
from pathlib import Path

import pytest

from kyr_app.content.library import FILE, Library, load
from kyr_app.model.answers import Open
from kyr_app.model.changes import Changes
from kyr_app.model.errors import ContentError, InputError
from kyr_app.model.settings import Look, Paper, Settings, TextSize, View
from kyr_app.session.session import Session
from kyr_app.store.disk import NotSaved, write_whole
from kyr_app.store.preferences import Preferences


class Ear:
    """Remembers every change it was told."""

    def __init__(self, session: Session) -> None:
        self.heard: list[Changes] = []
        session.changed.connect(self.hear)

    def hear(self, changes: Changes) -> None:
        self.heard.append(changes)


def test_every_change_is_told(session: Session) -> None:
    ear = Ear(session)
    session.use_language("en")
    session.use_view(View.BOTH)
    session.use_text_size(TextSize.LARGE)
    session.use_look(Look.DARK)
    session.use_paper(Paper.A4)
    assert [change.language for change in ear.heard] == [True, True, False, False, False]
    assert all(change.settings for change in ear.heard)
    assert session.settings == Settings("en", View.BOTH, TextSize.LARGE, Look.DARK, Paper.A4)
    assert session.second is not None
    assert session.second.language == "es"


def test_a_listener_that_is_gone_hears_nothing(session: Session) -> None:
    ear = Ear(session)
    heard = ear.heard
    del ear
    session.use_look(Look.DARK)
    assert heard == []


def test_a_language_it_does_not_speak(session: Session) -> None:
    with pytest.raises(InputError):
        session.use_language("xx")
    assert session.locale.language == "es"


def test_a_walk_there_and_back(session: Session) -> None:
    session.interviews.start("travelers")
    first = session.interviews.at
    assert first is not None
    assert not session.interviews.back()
    session.interviews.answer(Open.UNSURE)
    second = session.interviews.at
    assert second is not None
    assert second.id != first.id
    assert session.interviews.number == 2
    assert session.interviews.back()
    assert session.interviews.at == first
    session.interviews.answer(Open.UNSURE)
    assert session.interviews.at == second


def test_an_answer_that_does_not_fit_changes_nothing(session: Session) -> None:
    session.interviews.start("travelers")
    before = session.answers
    with pytest.raises(InputError):
        session.interviews.answer("many")
    assert session.answers == before


def test_after_a_change_the_next_screen_is_the_one_after(session: Session) -> None:
    interviews = session.interviews
    interviews.start("travelers")
    while interviews.at is not None:
        interviews.answer(Open.UNSURE)
    path = interviews.progress().path
    interviews.go_to(path[0].id)
    interviews.answer(Open.SKIPPED)
    assert interviews.at is not None
    assert interviews.at.id == path[1].id


def test_forgetting_leaves_nothing(session: Session) -> None:
    session.interviews.start("travelers")
    session.interviews.answer(2)
    session.forget()
    assert len(session.answers) == 0
    assert not session.interviews.under_way


def test_settings_come_back_and_hold_nothing_else(library: Library, today: dt.date, tmp_path: Path) -> None:
    Session(library, Preferences(tmp_path), today).use_language("en")
    second = Session(library, Preferences(tmp_path), today)
    assert second.locale.language == "en"
    second.interviews.start("travelers")
    second.interviews.answer(3)
    assert [file.name for file in tmp_path.iterdir()] == ["settings.json"]
    assert (tmp_path / "settings.json").read_text() == '{"language":"en"}'


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"[]", b'{"language": 3}', b'{"look": "pink"}', b"\xff" * 1000]
)
def test_damaged_settings_are_a_first_run(damage: bytes, tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_bytes(damage)
    assert Preferences(tmp_path).read() == Settings()


def test_a_place_that_cannot_be_written_to_stops_nothing(
    library: Library, today: dt.date, tmp_path: Path
) -> None:
    blocked = tmp_path / "a-file"
    blocked.write_text("")
    session = Session(library, Preferences(blocked / "inside"), today)
    session.use_language("en")
    assert session.locale.language == "en"


@pytest.mark.parametrize("damage", [None, b"", b"{}", b"[1]", b"\x00" * 4096])
def test_a_pack_that_is_missing_or_damaged_is_told(damage: bytes | None, tmp_path: Path) -> None:
    if damage is not None:
        (tmp_path / FILE).write_bytes(damage)
    with pytest.raises(ContentError) as error:
        load(tmp_path)
    assert error.value.hint is not None


def test_a_file_appears_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "sheet.pdf"
    write_whole(target, b"old")
    with pytest.raises(NotSaved):
        write_whole(target, b"new", replace=False)

    def full(_: int) -> None:
        raise OSError(28, "no space")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(NotSaved):
        write_whole(target, b"new")
    assert target.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["sheet.pdf"]
