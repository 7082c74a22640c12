"""`kyr say`."""

import io
import wave
from array import array

import pytest

from kyr_app.cli.main import main


def sound(data):
    with wave.open(io.BytesIO(data)) as file:
        return file.getnframes() / file.getframerate(), array("h", file.readframes(file.getnframes()))


def test_words_become_sound(tmp_path):
    lengths = {}
    for language, words in (("es", "Tengo miedo de volver."), ("en", "I am afraid to return.")):
        target = tmp_path / f"{language}.wav"
        assert main(["say", words, "--lang", language, "-o", str(target)]) == 0
        lengths[language], samples = sound(target.read_bytes())
        assert max(samples) > 3000
    assert all(1 < seconds < 5 for seconds in lengths.values())


def test_a_lesson_is_read_whole(tmp_path, library):
    target = tmp_path / "lesson.wav"
    lesson = next(iter(library.lessons))
    assert main(["say", "--lesson", lesson, "--lang", "es", "-o", str(target)]) == 0
    seconds, _ = sound(target.read_bytes())
    assert seconds > 60
    assert main(["say", "otra vez", "-o", str(target)]) == 1  # it is there already


@pytest.mark.parametrize(
    "arguments", [[], ["hola", "--lesson", "x"], ["--lesson", "no-such"], ["x" * 20_001], ["   "]]
)
def test_what_cannot_be_said_is_told_and_nothing_is_written(arguments, tmp_path, capsys):
    target = tmp_path / "no.wav"
    assert main(["say", *arguments, "-o", str(target)]) == 1
    assert not target.exists()
    assert capsys.readouterr().err
