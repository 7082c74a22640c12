"""After *Finish and forget* the program begins anew: memory is only empty in a new process."""

from kyr_app.ui.afresh import Begin
from kyr_app.ui.desk import Place
from tests.ui.keeping import sentry_of, with_file


def finish(window):
    window.go(Place.FORGET, Place.HOME.value)
    window.shown.forward()
    assert window.place is Place.RECEIPT


def test_the_process_is_replaced_when_the_receipt_is_put_away(window):
    sentry = sentry_of(window)
    finish(window)
    assert not sentry.ends  # the receipt can be read, printed and saved first
    window.shown.forward()
    assert sentry.ends == [Begin()]
    assert window.place is Place.HOME


def test_after_a_file_was_closed_as_well(window, tmp_path):
    sentry = sentry_of(window)
    family = with_file(window, tmp_path / "stick")
    finish(window)
    assert not family.open
    window.shown.forward()
    assert sentry.ends == [Begin()]
