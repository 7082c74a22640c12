from hypothesis import given
from hypothesis import strategies as st

from kyr_app.model.inline import Run, plain, runs, terms


def test_marks_become_runs() -> None:
    found = runs("Usted **no** firma la [[bond|fianza]]. **Pida [[asylum|asilo]]**")
    assert found == (
        Run("Usted "),
        Run("no", strong=True),
        Run(" firma la "),
        Run("fianza", term="bond"),
        Run(". "),
        Run("Pida ", strong=True),
        Run("asilo", strong=True, term="asylum"),
    )


def test_terms_once_in_order() -> None:
    assert terms("[[b|x]] [[a|y]] [[b|z]]") == ("b", "a")


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    assert "".join(run.text for run in runs(text)) == plain(text)


@given(st.text(alphabet="abc <>&'é"))
def test_text_without_marks_stays_itself(text: str) -> None:
    assert plain(text) == text
