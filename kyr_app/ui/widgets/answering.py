"""The view with which a question is answered: one for each kind of field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kyr_app.model.interview import AnyField, Group, Line, LongText, OneOf, Rows, SomeOf, YesNo
from kyr_app.ui.widgets.answers import AnswerView, ChoiceAnswer, EntryAnswer, YesNoAnswer, entry

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kyr_app.model.answers import Answer
    from kyr_app.model.text import Words
    from kyr_app.ui.words import Speaks


def answer_view(
    say: Speaks, field: AnyField, name: Words, before: Mapping[str, Answer] | None = None
) -> AnswerView:
    """Return the view for a field; `name` is what a screen reader calls the place to type, or the answers together.

    `before` are the answers of the screens before it, on which the fields of a group may depend.
    """
    if isinstance(field, YesNo):
        return YesNoAnswer(say, name)
    if isinstance(field, OneOf | SomeOf):
        return ChoiceAnswer(say, name, field.options, several=isinstance(field, SomeOf))
    if isinstance(field, Group | Rows):
        from kyr_app.ui.widgets.groups import GroupAnswer  # noqa: PLC0415 (fetched for papers alone)
        from kyr_app.ui.widgets.rows import RowsAnswer  # noqa: PLC0415

        return GroupAnswer(say, field, before or {}) if isinstance(field, Group) else RowsAnswer(say, field)
    view = EntryAnswer(say, entry(say, field, name), field)
    view.KEEPS = isinstance(field, Line | LongText)
    return view
