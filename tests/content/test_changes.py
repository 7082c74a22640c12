from kyr_app.content.changes import changes, newest, telling
from kyr_app.model.text import Text


def test_every_change_names_its_place_and_rests_on_what_moves(library):
    found = changes(library.lessons.values(), library.facts)
    assert found
    assert [each.as_of for each in found] == sorted((each.as_of for each in found), reverse=True)
    for each in found:
        assert each.point in each.lesson.points
        assert each.block in [block.id for block in each.point.blocks]
        assert each.said.es
        assert all(fact.changes for fact in each.facts)


def test_the_same_words_are_told_once(library):
    said = [each.said for each in changes(library.lessons.values(), library.facts)]
    assert len(said) == len(set(said))


def test_the_dated_sentence_is_told_with_the_one_before_it():
    text = Text("Uno. Dos aquí. En 2026 hay tres. Cuatro.", "One. Two here. In 2026 there are three. Four.")
    assert telling(text) == Text("Dos aquí. En 2026 hay tres.", "Two here. In 2026 there are three.")
    plain = Text("Uno. Dos.", "One. Two.")
    assert telling(plain) is plain


def test_what_has_no_date_is_no_newest(library):
    facts = [each for each in library.facts.values() if each.as_of == "undated"]
    assert newest(facts) == ""
