"""Errors that speak to people."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kyr_app.model.text import Words


class KyrError(Exception):
    """Something a person can understand and mend.

    `said` is what happened and what was kept; `hint` is what to do next. Both are `Words`, so that the shell
    says them in the language of the moment. `str(error)` never holds anything a family typed.
    """

    def __init__(self, said: Words, hint: Words | None = None) -> None:
        super().__init__(type(self).__name__)
        self.said = said
        self.hint = hint


class InputError(KyrError):
    """A file, an answer or an argument that cannot be used as it is."""


class ContentError(KyrError):
    """Content that is missing, damaged or not what the program expects."""
