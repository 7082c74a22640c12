"""Files are read two at a time and told in their order; nothing goes on that nobody waits for."""

from __future__ import annotations

import threading
import time
from contextlib import closing
from pathlib import Path

import pytest

from kyr_app.documents.worker import api as worker
from kyr_app.session.packet.reading import AT_ONCE, Made, Tell, in_order


def ended(reader: Reader) -> bool:
    """Return whether nothing is read any more, soon."""
    for _ in range(6000):
        if not reader.now:
            return True
        time.sleep(0.01)
    return False


SOURCES = [Path(str(at)) for at in range(9)]


class Reader:
    """Reads a file in no time or in a while, and counts how many are read at the same time."""

    def __init__(self) -> None:
        self.now = self.most = self.begun = self.given_up = 0
        self.lock = threading.Lock()

    def read(self, source: Path, tell: Tell) -> Made:
        with self.lock:
            self.now, self.begun = self.now + 1, self.begun + 1
            self.most = max(self.most, self.now)
        try:
            number = int(source.name)
            for at in range(1 + 20 * (number % 3 == 0)):
                if not tell(at, 21):
                    self.given_up += 1
                    raise worker.Interrupted
                time.sleep(0.01)
            if number == 4:
                raise worker.NotTaken(worker.Trouble.KIND)
            return source.name.encode(), [b"page"]
        finally:
            with self.lock:
                self.now -= 1


def test_in_their_order_and_not_more_than_two_at_once() -> None:
    reader, found, parts = Reader(), [], list[float]()
    with closing(in_order(SOURCES, reader.read, lambda part: not parts.append(part))) as files:
        for _source, made in files:
            try:
                found.append(made()[0])
            except worker.NotTaken:
                found.append(b"refused")
            assert reader.begun <= len(found) + AT_ONCE
    assert found == [b"0", b"1", b"2", b"3", b"refused", b"5", b"6", b"7", b"8"]
    assert reader.most == AT_ONCE
    assert ended(reader)
    assert any(0 < part < 1 for part in parts)


def test_it_ends_where_somebody_says_so_and_gives_up_what_is_read_ahead() -> None:
    reader, asked = Reader(), []

    def go_on(_part: float) -> bool:
        asked.append(1)
        return len(asked) < 6

    with pytest.raises(worker.Interrupted), closing(in_order(SOURCES, reader.read, go_on)) as files:
        for _ in files:
            pass
    assert ended(reader)
    assert reader.begun < len(SOURCES)


def test_whoever_stops_asking_leaves_nothing_behind() -> None:
    reader = Reader()
    with closing(in_order(SOURCES[2:], reader.read, lambda _part: True)) as files:
        assert next(files)[1]() == (b"2", [b"page"])
    assert ended(reader)
    assert reader.given_up == 1
    assert reader.begun == 2


def test_no_files_are_no_trouble() -> None:
    with closing(in_order([], Reader().read, lambda _part: True)) as files:
        assert list(files) == []
