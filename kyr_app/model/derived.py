"""What follows from answers: a full name, the lines of an address, sums. Papers use it like an answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct

from kyr_app.model.answers import Answer, Answers, Open, Row


class Derived(Struct, frozen=True):
    """A name that is made of others: what it is made of, and how; None where nothing is known of it."""

    of: tuple[str, ...]
    made: Callable[[Answers], Answer | None]


def _word(answers: Mapping[str, Answer], name: str) -> str:
    value = answers.get(name)
    return str(value) if isinstance(value, str | int) else ""


def _open(answers: Answers, names: tuple[str, ...]) -> Answer | None:
    """Return what stands for nothing known: *unknown* where the person does not know, *none* where there is none."""
    found = [answers.get(name) for name in names]
    if Open.UNSURE in found:
        return Open.UNSURE
    return Open.NONE if Open.NONE in found else None


def _joined(of: tuple[str, ...], between: str = " ") -> Derived:
    def made(answers: Answers) -> Answer | None:
        words = between.join(filter(None, (_word(answers, name) for name in of)))
        return words or _open(answers, of)

    return Derived(of, made)


def _name(prefix: str = "") -> tuple[str, str, str]:
    return (f"{prefix}first_name", f"{prefix}middle_name", f"{prefix}last_name")


def _last_first(answers: Answers) -> Answer | None:
    first, middle, last = (_word(answers, name) for name in _name())
    given = " ".join(filter(None, (first, middle)))
    return ", ".join(filter(None, (last.upper(), given))) or _open(answers, _name())


def _line1(prefix: str) -> Derived:
    of = (f"{prefix}_street", f"{prefix}_apt")

    def made(answers: Answers) -> Answer | None:
        street, apt = (_word(answers, name) for name in of)
        return ", ".join(filter(None, (street, f"Apt. {apt}" if apt else ""))) or _open(answers, of)

    return Derived(of, made)


_HERE = frozenset({"united states", "estados unidos", "usa", "u.s.", "us", "ee. uu.", "eua"})


def _line2(prefix: str) -> Derived:
    of = tuple(f"{prefix}_{part}" for part in ("city", "state", "zip", "country"))

    def made(answers: Answers) -> Answer | None:
        city, state, code, country = (_word(answers, name) for name in of)
        place = ", ".join(filter(None, (city, " ".join(filter(None, (state, code))))))
        abroad = "" if country.casefold() in _HERE else country
        return ", ".join(filter(None, (place, abroad))) or _open(answers, of)

    return Derived(of, made)


def _address(prefix: str) -> Derived:
    lines = (_line1(prefix), _line2(prefix))
    of = tuple(name for each in lines for name in each.of)

    def made(answers: Answers) -> Answer | None:
        parts = [each.made(answers) for each in lines]
        return ", ".join(each for each in parts if isinstance(each, str)) or _open(answers, of)

    return Derived(of, made)


def _mail(make: Callable[[str], Derived]) -> Derived:
    """Return the mailing address: where it is the home's, that."""
    home, mail = make("home"), make("mail")

    def made(answers: Answers) -> Answer | None:
        return (home if answers.get("mail_same") != "no" else mail).made(answers)

    own = tuple(name for name in mail.of if name != "mail_country")
    return Derived(("mail_same", *home.of, *own), made)


def _citizenship(answers: Answers) -> Answer | None:
    chosen = answers.get("nationality")
    if chosen == "other":
        return answers.get("nationality_other")
    return chosen.replace("_", " ").title() if isinstance(chosen, str) else chosen


def _sum(of: tuple[str, ...]) -> Derived:
    def made(answers: Answers) -> Answer | None:
        known = [answers.get(name) for name in of]
        if not all(isinstance(each, int) for each in known):
            return _open(answers, of)
        return sum(each for each in known if isinstance(each, int))

    return Derived(of, made)


INCOME = tuple(f"income_{each}" for each in ("employment", "property", "interest", "other"))
EXPENSE = tuple(f"expense_{each}" for each in ("rent", "utilities", "installments", "living", "other"))


def _left(answers: Answers) -> Answer | None:
    income, expense = (_sum(of).made(answers) for of in (INCOME, EXPENSE))
    if isinstance(income, int) and isinstance(expense, int):
        return income - expense
    return _open(answers, (*INCOME, *EXPENSE))


def _count(name: str) -> Derived:
    def made(answers: Answers) -> Answer | None:
        given = answers.get(name)
        return len(given) if isinstance(given, tuple) else given

    return Derived((name,), made)


def _latest(column: str) -> Derived:
    """Return a column of the first row of the entries, which is the latest."""

    def made(answers: Answers) -> Answer | None:
        rows: tuple[Row, ...] = answers.rows("entries")
        if rows:
            return rows[0].get(column)
        return Open.NONE if answers.get("entries") == () else answers.get("entries")

    return Derived(("entries",), made)


DERIVED: dict[str, Derived] = {
    "full_name": _joined(_name()),
    "name_last_first": Derived(_name(), _last_first),
    "spouse_full_name": _joined(_name("spouse_")),
    "citizenship": Derived(("nationality", "nationality_other"), _citizenship),
    "birth_place": _joined(("birth_city", "birth_country"), ", "),
    "home_line1": _line1("home"),
    "home_line2": _line2("home"),
    "home_address": _address("home"),
    "mail_line1": _mail(_line1),
    "mail_line2": _mail(_line2),
    "mail_address": _mail(_address),
    "old_line1": _line1("old"),
    "old_line2": _line2("old"),
    "old_address": _address("old"),
    "children_count": _count("children_list"),
    "income_total": _sum(INCOME),
    "expense_total": _sum(EXPENSE),
    "income_left": Derived((*INCOME, *EXPENSE), _left),
    "last_entry_date": _latest("date"),
    "last_entry_place": _latest("place"),
    "last_entry_status": _latest("status"),
}
"""Every derived name."""


def sources(name: str) -> tuple[str, ...]:
    """Return the answers that a name stands for: itself, or those it is made of."""
    return DERIVED[name].of if name in DERIVED else (name,)


def with_derived(answers: Answers) -> Answers:
    """Return the answers and everything that follows from them; an answer of that very name stays as it is."""
    found = {name: made for name, each in DERIVED.items() if (made := each.made(answers)) is not None}
    return Answers({**found, **answers})
