import datetime as dt

import pytest

from kyr_app.model.inline import plain
from kyr_app.session.session import Session
from kyr_app.ui import saving
from kyr_app.ui.desk import Place
from kyr_app.ui.screens.deadlines import OTHER, happenings
from kyr_app.ui.widgets.label import Pair
from tests.ui.conftest import TODAY, settle, shown_words


def said(window):
    return " ".join(plain(text) for _, text in shown_words(window.shown))


@pytest.fixture
def dates(window):
    window.go(Place.HOME)
    window.shown.cards[Place.DEADLINES].click()
    assert window.place is Place.DEADLINES
    return window


def counted(window, rule, day):
    window.go(Place.DEADLINE, rule)
    window.shown.entry.day.setText(day)
    window.shown.foot.next.click()
    settle()


def test_every_rule_stands_in_one_group(content):
    groups = happenings(content.deadlines)
    listed = [rule for each in groups.values() for rule in each.rules]
    assert sorted(listed) == sorted(content.deadlines)
    assert OTHER not in groups


def test_from_what_happened_to_the_safe_day(dates):
    dates.shown.cards["decision"].click()
    dates.shown.cards["bia-appeal"].click()
    assert dates.place is Place.DEADLINE
    dates.shown.foot.next.click()
    assert dates.notice.isVisible()
    counted(dates, "bia-appeal", "27/10/2026")
    assert dates.shown.counted
    words = said(dates)
    assert "6 de noviembre de 2026" in words
    assert "27 de noviembre de 2026" in words
    largest = [each for each in dates.shown.findChildren(Pair) if each.property("role") == "display"]
    assert [plain(each.text()) for each in largest if "6 de noviembre" in each.text()]
    dates.shown.foot.next.click()
    assert dates.place is Place.DATES
    assert [(each.rule_id, each.day) for each in dates.session.plan.dates] == [
        ("bia-appeal", dt.date(2026, 10, 27))
    ]


def test_the_day_to_aim_for_is_never_called_a_last_day(dates):
    for language, telling in (("es", "Último día"), ("en", "Last day")):
        dates.session.use_language(language)
        counted(dates, "bia-appeal-safe-target", "27-10-2026" if language == "es" else "2026-10-27")
        assert telling not in said(dates)


def test_back_asks_for_the_day_again_with_what_was_typed(dates):
    counted(dates, "bia-appeal", "27/10/2026")
    dates.shown.foot.back.click()
    assert dates.shown.entry.value() == dt.date(2026, 10, 27)
    dates.shown.foot.back.click()
    assert dates.place is Place.DEADLINES
    assert "bia-appeal" in dates.shown.cards
    dates.shown.foot.back.click()
    assert "decision" in dates.shown.cards


def test_a_year_that_cannot_be_meant_is_asked_again(dates):
    counted(dates, "bia-appeal", "27/10/1926")
    assert dates.notice.isVisible()
    assert not dates.shown.counted


def test_my_dates_print_and_end_with_the_sitting(dates, qtbot):
    for rule, day in (("bia-appeal", "12/11/2026"), ("eoir33-court", "20/11/2026")):
        counted(dates, rule, day)
        dates.shown.foot.next.click()
    dates.shown.foot.next.click()
    assert dates.place is Place.PREVIEW
    qtbot.waitUntil(lambda: dates.shown.ready, timeout=60_000)
    assert "EOIR-26" in dates.shown.document.getAllText(0).text()
    dates.shown.foot.back.click()
    assert dates.place is Place.DATES
    dates.shown.removes[0].click()
    settle()
    assert len(dates.session.plan.dates) == 1
    dates.session.forget()
    settle()
    assert dates.session.plan.dates == ()
    assert not dates.shown.removes


def test_a_calendar_file_tells_nobody_anything(dates, tmp_path, monkeypatch):
    monkeypatch.setattr(saving, "shelters", lambda: [saving.Shelter(tmp_path, "Aquí", "folder")])
    dates.session.plan.add("bia-appeal", dt.date(2026, 10, 27))
    dates.go(Place.DATES)
    dates.shown.save_button.click()
    dates.shown.places.cards[0].click()
    written = (tmp_path / "hoja-2026-11-22.ics").read_bytes().decode()
    assert "DTSTART;VALUE=DATE:20261106" in written
    for word in ("apel", "appeal", "junta", "board", "eoir", "asilo", "asylum", "corte", "court"):
        assert word not in written.casefold()
    assert dates.desk.sheets_out == 1
    assert dates.shown.places is None


@pytest.mark.parametrize("day", [dt.date(2015, 1, 1), dt.date(2038, 1, 19)])
def test_a_clock_that_is_wrong_by_years_is_not_believed(open_window, content, day):
    window = open_window(Session(content, today=day))
    window.go(Place.DEADLINES)
    assert window.place is Place.TODAY
    window.shown.entry.day.setText("1/1/2015")
    window.shown.foot.next.click()
    assert window.place is Place.TODAY
    assert window.notice.isVisible()
    window.shown.entry.day.setText("24/11/2026")
    window.shown.foot.next.click()
    assert window.place is Place.DEADLINES
    assert window.session.today == dt.date(2026, 11, 24)


def test_a_clock_that_may_be_right_is_believed(window):
    window.go(Place.DEADLINES)
    assert window.place is Place.DEADLINES
    assert window.session.today == TODAY
