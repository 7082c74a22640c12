"""What commands print and write: JSON in both languages, files whole or not at all, errors for people."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kyr_app.model.errors import InputError
from kyr_app.model.text import N_, Words
from kyr_app.store import chosen
from kyr_app.store.disk import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kyr_app.content.library import Library
    from kyr_app.session.session import Session


class Out:
    """Says words in the language of the person, and JSON in both."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._both = {language: session.locale_of(language) for language in session.languages}

    def both(self, words: Words | None) -> dict[str, str] | None:
        """Return words in every language of the program, for JSON."""
        return None if words is None else {name: locale.render(words) for name, locale in self._both.items()}

    def line(self, words: Words) -> None:
        """Print a line in the language of the person."""
        sys.stdout.write(self.session.locale.render(words) + "\n")

    def json(self, value: Any) -> None:
        """Print one JSON value."""
        sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")

    def sources(self, names: Iterable[str], library: Library) -> list[dict[str, str]]:
        """Return facts as JSON: id, citation, date, how fast they change."""
        facts = [library.facts[name] for name in names if name in library.facts]
        return [
            {
                "id": fact.id,
                "citation": fact.citation,
                "as_of": fact.as_of,
                "volatility": fact.volatility.value,
            }
            for fact in facts
        ]

    def file(self, name: str, data: bytes, *, force: bool) -> None:
        """Write `data` to the file `name`, or to standard output for `-`.

        Raise `NotSaved` where the file exists and `force` is not given, or where the disk refuses.
        """
        if name == "-":
            sys.stdout.buffer.write(data)
            return
        target = Path(name)
        self.free(target, force=force)
        write_whole(target, data)

    @staticmethod
    def free(target: Path, *, force: bool) -> None:
        """Raise `InputError` where there is a file of a name already, and `force` is not given."""
        if target.exists() and not force:
            hint = N_("Give another name, or say --force to replace it.")
            raise InputError(N_("There is already a file of that name, and it was left as it is."), hint)


def read_input(name: str, most: int) -> bytes:
    """Return the bytes of the plain file `name`, or of standard input for `-`.

    Raise `InputError` where there are more than `most`, and where the file cannot be read.
    """
    if name != "-":
        return chosen.read(Path(name), most)
    data = sys.stdin.buffer.read(most + 1)
    if len(data) > most:
        raise chosen.too_large(name)
    return data
