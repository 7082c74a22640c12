"""The screen on which a packet is put together: paper told first, sets made, files saved."""

import pytest

from kyr_app.ui import background
from kyr_app.ui.desk import Place
from tests.ui.conftest import clipped, settle
from tests.unit.packet.pictures import jpeg, paper


@pytest.fixture
def packed(session, window):
    names = session.packet._album.keep([jpeg(paper())])
    made, _ = session.packet.packet.with_new(names, "Acta de ejemplo")
    session.packet.use(made, "brought")
    window.go(Place.ASSEMBLE)
    return window


def wait(screen):
    from PySide6.QtTest import QTest  # noqa: PLC0415

    for _ in range(400):
        settle()
        if screen._task is None:
            return
        QTest.qWait(25)
    raise AssertionError("still busy")


def screen_of(window):
    from kyr_app.ui.screens.assemble import AssembleScreen  # noqa: PLC0415

    return window.findChild(AssembleScreen)


def test_paper_is_told_first_then_sets_are_made(packed):
    screen = screen_of(packed)
    wait(screen)
    assert screen.counted is not None
    assert screen.counted.sets.total == 3
    assert not clipped(packed)
    screen.page.counts["dhs"].show_value(2)
    settle()
    assert packed.session.packet.choices.sets.dhs == 2
    screen.count()
    wait(screen)
    assert screen.counted.sets.total == 4
    screen.forward()
    wait(screen)
    assert len(screen.made) == 1
    screen.back()
    wait(screen)
    screen.save_files()
    wait(screen)
    assert len(screen.made) == 3
    packed.go(Place.PACKET)
    settle()
    assert screen.made == ()


def test_cancel_leaves_nothing(packed):
    screen = screen_of(packed)
    wait(screen)
    screen.forward()
    screen.cancel()
    wait(screen)
    assert screen.made == ()
    background.wait()
