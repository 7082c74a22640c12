"""What an author does wrong, and what the program says of it: the line, and what to do, all of it at once."""

import pytest

from kyr_app import places
from kyr_app.content.check import check_file, problems
from kyr_app.content.desk import Desk
from kyr_app.i18n import catalogs
from tests.unit.content import little

LESSON, LIST, HOME, FACTS = (
    "lessons/door.yaml",
    "checklists/ready.yaml",
    "interviews/home.yaml",
    "facts/door.yaml",
)
ENGLISH = catalogs.load("en", places.translations())


def told(folder):
    return [(each.file, each.line, ENGLISH.render(each.said)) for each in problems(Desk(folder))]


@pytest.fixture
def content(tmp_path):
    return little.write(tmp_path / "content")


def change(folder, name, old, new):
    file = folder / name
    text = file.read_text(encoding="utf-8")
    assert old in text, old
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def test_this_content_is_right(content):
    assert told(content) == []


BECAUSE = """        because:
          es: Porque usted dijo que están con otra persona.
          en: Because you said that they are with somebody else.
"""
OTHER = """            - value: other
              text:
                es: Otra persona
                en: Somebody else
"""

MISTAKES = {
    "a tab": (LESSON, "  en: The door\n", "\ten: The door\n", 0, "A tab stands at the start"),
    "a language is missing": (LESSON, "title:\n  es: La puerta\n", "title:\n", 0, "“es” is missing"),
    "an entry twice": (LESSON, "minutes: 5", "minutes: 5\nminutes: 6", 1, "stands twice here"),
    "an entry misspelt": (LESSON, "minutes: 5", "minuts: 5", 0, "Did you mean “minutes”?"),
    "a date as people write it": (LESSON, "2026-11-22", "22/11/2026", 0, "such as 2026-11-22"),
    "words for a number": (LESSON, "minutes: 5", "minutes: cinco", 0, "a whole number"),
    "true for yes": (LESSON, "right: yes", "right: true", 0, "yes or no"),
    "brackets": (LESSON, "facts:\n          - door-closed", "facts: [door-closed]", 0, "Braces { } and brackets"),
    "no list": (LESSON, "facts:\n          - door-closed", "facts: door-closed", 0, "A list is needed here"),
    "a fact misspelt": (LESSON, "- door-closed", "- door-close", 0, "Did you mean “door-closed”?"),
    "a picture misspelt": (LESSON, "icon: house", "icon: hous", 0, "Did you mean “house”?"),
    "a term misspelt": (LESSON, "[[warrant|orden]]", "[[warant|orden]]", -1, "Did you mean “warrant”?"),
    "a mark left open": (LESSON, "Usted **no** tiene", "Usted **no tiene", -1, "is not closed"),
    "other numbers": (LESSON, "con 1 firma", "con 2 firmas", -1, "different numbers"),
    "another month": (LESSON, "En junio de 2026", "En julio de 2026", -1, "different months"),
    "no month": (LESSON, "En junio de 2026 una", "Una", -5, "in the Spanish text"),
    "no ground": (LESSON, "        facts:\n          - door-closed\n", "", -2, "Name the facts this rests on"),
    "a colon in a text": (LESSON, "es: La puerta\n", "es: La puerta: cerrada\n", 0, "A colon stands inside"),
    "no dash": (LESSON, "  - id: closed", "    id: closed", -1, "A list is needed"),
    "a quotation mark left open": (LESSON, "es: La puerta\n", 'es: "La puerta\n', 0, "never closed"),
    "a mark at the beginning": (LESSON, "es: La puerta\n", "es: **La** puerta\n", 0, "may begin with “*”"),
    "a term at the beginning": (LESSON, "es: La puerta\n", "es: [[warrant|Orden]]\n", 0, "may begin with “[[”"),
    "a word lost behind #": (LESSON, "es: La puerta\n", "es: La puerta #1\n", 0, "would be lost"),
    "another kind of block": (LESSON, "kind: paragraph", "kind: paragraf", 0, "Did you mean “paragraph”?"),
    "an id twice": (LESSON, "id: news", "id: ask", 0, "was used on line"),
    "an id with a space": (LESSON, "id: door\n", "id: the door\n", 0, "small letters"),
    "a promise": (LESSON, "Así es.", "Usted califica.", -1, "We never say"),
    "a date too late": (LESSON, "good_until: 2027-02-20", "good_until: 2027-12-20", 0, "at the latest"),
    "a date before": (LESSON, "good_until: 2027-02-20", "good_until: 2025-02-20", 0, "later than"),
    "no right answer": (LESSON, "      right: yes\n", "", -9, "one of them right"),
    "a moment in Spanish": (LESSON, "moment: after", "moment: después", 0, "is none of"),
    "an answer that nobody asks for": (LIST, "children_with == other", "child_with == other", 0, "“children_with”?"),
    "an answer that cannot be": (LIST, "children_with == other", "children_with == uncle", 0, "can never be “uncle”"),
    "a condition in words": (LIST, "children_with == other", "children with other", 0, "is not understood"),
    "no reason": (LIST, BECAUSE, "", -4, "“because” is missing"),
    "an interview misspelt": (LIST, "interview: home", "interview: hom", 0, "Did you mean “home”?"),
    "a list misspelt": (HOME, "leads_to: ready", "leads_to: redy", 0, "There is no checklist"),
    "a question asked twice": (HOME, "name: children_with", "name: has_children", -13, "asked twice"),
    "one choice alone": (HOME, OTHER, "", -19, "two options"),
    "asked too early": (HOME, "when: has_children == yes", "when: children_with == other", 0, "No earlier question"),
}  # fmt: skip


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_with_its_line(content, name):
    file, old, new, below, words = MISTAKES[name]
    line = change(content, file, old, new)
    found = told(content)
    assert any(words in said for _, _, said in found), found
    assert (file, line + below) in {(where, at) for where, at, said in found if words in said}, (line, found)
    elsewhere = [each for each in found if each[0] != file]
    assert not elsewhere or name in {"a question asked twice", "one choice alone"}, elsewhere  # no avalanche


def test_every_mistake_is_told_at_once_also_beside_one_of_shape(content):
    change(content, LESSON, "minutes: 5", "minuts: 5")
    change(content, LESSON, "- door-closed", "- door-close")
    change(content, LESSON, "con 1 firma", "con 2 firmas")
    change(content, LIST, "children_with == other", "child_with == other")
    words = " ".join(said for _, _, said in told(content))
    for each in ("“minutes”", "“door-closed”", "different numbers", "“children_with”"):
        assert each in words


def test_a_file_that_nobody_would_read_is_told(content):
    (content / LESSON).rename(content / "lessons" / "door.yml")
    assert any(".yaml" in said for _, _, said in told(content))


def test_a_file_is_called_as_its_id(content):
    (content / LESSON).rename(content / "lessons" / "gate.yaml")
    assert any("they must be the same" in said for _, _, said in told(content))


def test_what_is_no_text_is_told(content):
    (content / LESSON).write_bytes(b"PK\x03\x04\x00\xff")
    [(_, line, said)] = [each for each in told(content) if each[0] == LESSON]
    assert line == 1
    assert "UTF-8" in said


class TestWhere:
    """A file or a folder may lie anywhere: it is held against the content it belongs to."""

    @pytest.mark.parametrize("path", ["lessons", "lessons/door.yaml", "checklists", ""])
    def test_a_part_of_the_content_is_held_against_all_of_it(self, content, path):
        assert check_file(content / path, content) == []

    def test_only_what_was_asked_for_is_told(self, content):
        change(content, LESSON, "con 1 firma", "con 2 firmas")
        assert check_file(content / "checklists", content) == []
        assert len(check_file(content / "lessons", content)) == 1

    def test_a_draft_from_elsewhere_stands_in_the_place_of_what_has_its_id(self, content, tmp_path):
        draft = tmp_path / "draft"
        draft.mkdir()
        (draft / "door.yaml").write_text(little.text(LESSON), encoding="utf-8")
        assert check_file(draft / "door.yaml", content) == []
        assert check_file(draft, content) == []
        change(draft, "door.yaml", "- door-closed", "- door-close")
        [found] = check_file(draft, content)
        assert found.file == str(draft / "door.yaml")

    def test_a_folder_with_facts_of_its_own_is_a_whole_content(self, content, tmp_path):
        other = little.write(tmp_path / "other")
        change(other, FACTS, "door-news", "door-old")
        found = [each for each in check_file(other, content) if each.file == LESSON]
        assert found
