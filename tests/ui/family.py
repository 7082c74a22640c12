"""A family in front of the window: it presses cards and types, as people do."""

from kyr_app.model.answers import Open
from kyr_app.ui.desk import Place
from kyr_app.ui.widgets.answers import ChoiceAnswer
from tests.ui.conftest import settle

MOST = 80


def give(window, value):
    """Answer the question shown: by its cards, by *I don't know*, by *Not today*, or by typing."""
    screen = window.shown
    if screen.page is None:
        screen.forward()
    view = screen.page.answer
    if value == Open.SKIPPED.value:
        screen.skip.click()
        return
    if value == Open.UNSURE.value:
        view.unsure.click()
    elif isinstance(view, ChoiceAnswer):
        for each in value if isinstance(value, list) else [value]:
            view.cards[each].click()
    else:
        view.entry.show_value(value)
    screen.foot.next.click()


def play(window, interview, answers):
    """Answer an interview through the window; return what was asked, and what interrupted, in order."""
    window.go(Place.INTERVIEW, interview)
    asked, stopped = [], []
    for _ in range(MOST):
        settle()
        if window.place is Place.STOP:
            stopped.append(window.shown.finding.id)
            window.shown.foot.next.click()
        elif window.place is Place.INTERVIEW:
            name = window.session.interviews.at.answer.name
            asked.append(name)
            give(window, answers.get(name, Open.UNSURE.value))
        else:
            return asked, stopped
    raise AssertionError("an interview without end")
