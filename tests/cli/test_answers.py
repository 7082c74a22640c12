"""Rows, groups and long texts in answers files, and in `kyr questions`."""

import json
from pathlib import Path
from typing import Any

import pytest

from kyr_app.cli.main import main

CHILD = {
    "first_name": "Ana",
    "middle_name": "none",
    "last_name": "de Ejemplo",
    "birth_date": "2015-03-01",
    "birth_place": "unsure",
    "nationality": "Honduras",
    "race_ethnic": "unsure",
    "sex": "female",
    "marital": "single",
    "a_number": "none",
    "passport": "none",
    "ssn": "none",
    "in_us": "no",
    "location": "Tijuana, México",
}


@pytest.fixture
def kyr(capsys: pytest.CaptureFixture[str]) -> Any:
    """Run a command; return its exit status, what it said, and what went wrong."""

    def run(*arguments: str) -> tuple[int, str, str]:
        try:
            status = main(list(arguments))
        except SystemExit as stopped:
            status = int(str(stopped.code))
        said = capsys.readouterr()
        return status, said.out, said.err

    return run


@pytest.fixture
def needs(kyr: Any, tmp_path: Path) -> Any:
    """Return the answers that each paper still needs, for answers in a file; or what went wrong."""

    def of(answers: dict[str, Any]) -> Any:
        file = tmp_path / "answers.json"
        file.write_text(json.dumps(answers), encoding="utf-8")
        status, out, err = kyr("documents", "--answers", str(file), "--json", "--ui", "es")
        return {each["id"]: each["needs"] for each in json.loads(out)} if status == 0 else err

    return of


def test_questions_tell_the_columns_of_rows_and_each_field_of_a_group(kyr: Any) -> None:
    rows = {each["key"]: each for each in json.loads(kyr("questions", "--json")[1])}
    children = rows["children_list"]
    assert (children["type"], children["most"], children["own"]) == ("rows", 15, True)
    columns = {each["key"]: each for each in children["columns"]}
    assert columns["a_number"]["optional"] is True
    assert columns["location"]["when"] == "in_us == no"
    assert [each["value"] for each in columns["sex"]["choices"]] == ["male", "female"]
    assert rows["home_street"]["screen"] == rows["home_city"]["screen"] == "home"
    assert rows["home_city"]["question"] == {"es": "Ciudad", "en": "City"}
    assert rows["mail_street"]["when"] == "mail_same == no"
    assert (rows["harm_past_text"]["type"], rows["harm_past_text"]["most"]) == ("text", 20_000)
    assert "home" not in rows
    keys = [each["key"] for each in json.loads(kyr("questions", "address", "--json")[1])]
    assert len(keys) == len(set(keys))


def test_papers_need_what_the_file_does_not_answer(needs: Any) -> None:
    bare = needs({})
    assert "first_name" in bare["address-letter"]
    told = needs({"first_name": "A", "middle_name": "none", "last_name": "B", "children_list": [CHILD]})
    assert not {"first_name", "middle_name", "last_name"} & set(told["address-letter"])
    assert "children_list" in bare["family-facts"]
    assert "children_list" not in told["family-facts"]
    assert "children_list" not in needs({"children_list": "none"})["family-facts"]


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"children_list": [CHILD, {**CHILD, "birth_date": "1/3/15"}]}, ("hijas e hijos", "2", "Fecha")),
        ({"children_list": [{"first_name": "Ana"}]}, ("1", "Segundo nombre")),
        ({"children_list": [{**CHILD, "frist_name": "Ana"}]}, ("1", "first_name")),
        ({"children_list": "muchos"}, ("hijas e hijos",)),
        ({"home": {"street": "x"}}, ("home",)),
        ({"first_name": "none"}, ()),
        ({"first_name": " "}, ("Nombre",)),
        ({"residences": [{}]}, ("1", "Calle")),
    ],
)
def test_a_mistake_is_told_in_the_words_of_the_question(
    needs: Any, answers: dict[str, Any], words: tuple[str, ...]
) -> None:
    told = needs(answers)
    if not words:
        assert isinstance(told, dict)
        return
    assert isinstance(told, str)
    for each in words:
        assert each in told
