import pytest
from PySide6.QtGui import QImage

from kyr_app.session.session import Session
from kyr_app.store.preferences import Forgetful
from kyr_app.ui import pictures
from tests.ui.conftest import TODAY


@pytest.mark.usefixtures("qapp")
def test_the_journey_makes_pictures_of_every_screen(content, tmp_path):
    taken = pictures.take(Session(content, Forgetful(), TODAY), tmp_path)
    names = [path.stem.split("-", 1)[1] for path in taken]
    for name in (
        "first",
        "home",
        "library",
        "search",
        "glossary",
        "directory",
        "timeline",
        "edition-zine",
        "lesson-both",
        "review",
        "checklist",
        "preview",
        "receipt",
    ):
        assert name in names
    for path in taken:
        assert QImage(str(path)).width() == 1366


def test_a_folder_is_needed():
    assert pictures.main([]) == 2
