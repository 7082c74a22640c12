"""The interview that keeps its questions while other content is taken into use."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kyr_app.interview import engine

if TYPE_CHECKING:
    from kyr_app.model.answers import Answers
    from kyr_app.model.interview import Interview
    from kyr_app.session.renewed import Renewed


class Holding:
    """Holds an interview as it was, until it is done and another one, or it again, is begun."""

    _held: Interview | None = None
    _ended: Callable[[], Renewed] | None = None
    _settled: Renewed | None = None

    @property
    def held(self) -> Interview | None:
        """The interview that keeps its questions; None where all questions are those of the content."""
        return self._held

    def hold(self, interview: Interview, ended: Callable[[], Renewed]) -> None:
        """Ask the questions of `interview` as they are; `ended` is called when that is over, and says what it made."""
        self._held, self._ended = interview, ended

    def goes_on(self, interview_id: str, answers: Answers) -> bool:
        """Whether to begin this interview is to go on with the one that is held, because it is not done."""
        held = self._held
        return held is not None and held.id == interview_id and not engine.progress(held, answers).done

    def release(self) -> None:
        """Hold none from now on."""
        ended, self._held, self._ended = self._ended, None, None
        if ended is not None:
            self._settled = ended()

    def settled(self) -> Renewed | None:
        """Return what became of the answers of the one that was held: once, to whoever tells a person of it."""
        told, self._settled = self._settled, None
        return told

    def drop(self) -> None:
        """Hold none, silently: everything is being forgotten."""
        self._held = self._ended = self._settled = None
