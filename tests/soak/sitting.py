"""A whole sitting in the real window, with secrets: `python -m tests.soak.sitting`, told what to do by its input.

The first line of the input is JSON; the secrets come with it and stand in no argument, no file and no source. Each
further line is one more thing to do. What a lock or the end of a sitting begins afresh is the program itself.
"""

from __future__ import annotations

import json
import os
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

AGAIN = "SOAK_BEGINS_AFRESH"
LEFT_OUT = {"first", "locked", "unsaved", "forget", "delete", "crossing", "receipt", "preview"}
"""Places that end a sitting, or that this one comes to by itself."""


def main() -> int:
    """Sit down, do as told, and leave."""
    import_module("kyr_app.store.hardening").start()
    if sys.argv[1:] or AGAIN in os.environ:
        _say_when_ready("again")
        return int(import_module("kyr_app.__main__").main())
    os.environ[AGAIN] = "yes"
    told = json.loads(sys.stdin.readline())
    app = import_module("kyr_app.ui.app")
    _at(200, lambda: _sit(told))
    return int(app.run(sys.argv))


def _at(milliseconds: int, act: Any) -> None:
    from PySide6.QtCore import QTimer  # noqa: PLC0415

    import_module("kyr_app.ui.app").application(sys.argv)
    QTimer.singleShot(milliseconds, act)


def _say_when_ready(word: str) -> None:
    _at(800, lambda: print(word, flush=True))


def _sit(told: dict[str, Any]) -> None:
    try:
        sitting = Sitting(told)
        sitting.sit()
        print("sat", flush=True)
        while line := sys.stdin.readline().strip():
            getattr(sitting, line)()
            if line == "leave":
                return
    except Exception:  # noqa: BLE001 (told, and then the end)
        import traceback  # noqa: PLC0415

        traceback.print_exc()
        os._exit(3)


class Sitting:
    """One family at the window."""

    def __init__(self, told: dict[str, Any]) -> None:
        from PySide6.QtWidgets import QApplication  # noqa: PLC0415

        from kyr_app.ui.window import Window  # noqa: PLC0415

        self.told = told
        self.window = next(each for each in QApplication.topLevelWidgets() if isinstance(each, Window))
        self.session = self.window.session

    def settle(self, milliseconds: int) -> None:
        """Let the window work for a while."""
        from PySide6.QtTest import QTest  # noqa: PLC0415

        QTest.qWait(milliseconds)

    def sit(self) -> None:
        """Answer, tell, note, type, look round, look at papers."""
        self.session.use_language("es")
        if self.told.get("folder"):
            self.session.family.create(Path(self.told["folder"]), self.told["phrase"])
        self._answer()
        self._tell()
        self._look_round()
        self._type()
        self._look_at_papers()
        if self.told.get("folder"):
            self.session.family.save_now()
        self.settle(200)

    def _answer(self) -> None:
        from kyr_app.model.answers import Answers  # noqa: PLC0415
        from kyr_app.model.checklist import Note  # noqa: PLC0415
        from kyr_app.model.interview import Line, LongText  # noqa: PLC0415
        from kyr_app.session import situation  # noqa: PLC0415

        asked = situation.asked_names(self.session.library)
        lines = [name for name, each in asked.items() if isinstance(each.answer, Line | LongText)]
        given: dict[str, Any] = dict.fromkeys(lines, self.told["name"])
        given |= {name: self.told["number"] for name in lines if "number" in name or "phone" in name}
        self.session.replace_answers(Answers({**given, "adults": 1, "children": 1}))
        for item in self.session.library.checklist("evidence").items:
            self.session.plan.note("evidence", item.id, Note(self.told["note"]))

    def _tell(self) -> None:
        from kyr_app.model.story import Ask  # noqa: PLC0415

        card = self.session.story.begin()
        self.session.story.write(card.number, Ask.WHAT, f"Me llamo {self.told['story']}. " * 20)

    def _look_round(self) -> None:
        from kyr_app.ui.desk import Place  # noqa: PLC0415

        for place in Place:
            if place.value not in LEFT_OUT:
                try:
                    self.window.go(place)
                except Exception:  # noqa: BLE001 (some places want to be told what of theirs)
                    continue
                self.settle(20)

    def _type(self) -> None:
        """Type into a line as a person does, and copy it."""
        from PySide6.QtGui import QInputMethodEvent  # noqa: PLC0415
        from PySide6.QtTest import QTest  # noqa: PLC0415
        from PySide6.QtWidgets import QApplication, QLineEdit  # noqa: PLC0415

        from kyr_app.ui.desk import Place  # noqa: PLC0415

        self.window.go(Place.EVIDENCE)
        self.settle(50)
        line = QLineEdit(self.window)
        lines = [each for each in self.window.shown.findChildren(QLineEdit) if each.isVisible()] or [line]
        QTest.keyClicks(lines[0], "x ")
        typed = QInputMethodEvent()  # what comes of a keyboard with dead keys
        typed.setCommitString(self.told["typed"])
        QApplication.sendEvent(lines[0], typed)
        lines[0].selectAll()
        lines[0].copy()
        line.deleteLater()
        self.settle(50)

    def _look_at_papers(self) -> None:
        from kyr_app.session.making import papers  # noqa: PLC0415
        from kyr_app.ui.desk import Place  # noqa: PLC0415

        self.window.go(Place.PREVIEW, "evidence:")
        self.settle(400 if self.told.get("brief") else 1500)
        for name in ("intake", "evidence") if not self.told.get("brief") else ():
            papers.job(self.session, [name], None).run()

    def key(self) -> None:
        """Tell the data key of the open file, in hex, over the pipe alone."""
        print(self.session.family.file._key.hex(), flush=True)

    def lock(self) -> None:
        """Lock, as the button does."""
        self.window.desk.sentry.lock_now()

    def forget(self) -> None:
        """Finish and forget."""
        self.session.forget()
        self.settle(200)
        print("forgot", flush=True)

    def finish(self) -> None:
        """Finish and forget as a person does: the question, the receipt, the last button."""
        from kyr_app.ui.desk import Place  # noqa: PLC0415

        self.window.go(Place.FORGET)
        self.window.shown.forward()
        self.settle(200)
        self.window.shown.forward()
        self.settle(800)
        print("still the same process", flush=True)

    def leak(self) -> None:
        """Write what no program should: the control that is broken on purpose."""
        (Path.home() / "last.txt").write_text(self.told["story"], encoding="utf-8")

    def leave(self) -> None:
        """Close the window."""
        self.window.close()
        from PySide6.QtWidgets import QApplication  # noqa: PLC0415

        QApplication.quit()

    def abort(self) -> None:
        """End as a crash does."""
        os.abort()


if __name__ == "__main__":
    sys.exit(main())
