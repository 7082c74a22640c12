from kyr_app.model.answers import Answers, Open


def test_silent_about_itself() -> None:
    answers = Answers({"name": "CANARIO-María"})
    assert "CANARIO" not in repr(answers)
    assert "name" not in repr(answers)
    assert "CANARIO" not in str(answers)


def test_never_changes() -> None:
    first = Answers({"a": 1})
    second = first.given("b", 2).given("a", 3)
    assert dict(first) == {"a": 1}
    assert dict(second) == {"a": 3, "b": 2}
    assert dict(second.without("a")) == {"b": 2}
    assert dict(second.only(frozenset("a"))) == {"a": 3}


def test_an_open_answer_has_no_value() -> None:
    answers = Answers({"a": Open.UNSURE, "b": 0})
    assert answers.value("a") is None
    assert answers.value("b") == 0
    assert answers.value("c") is None
