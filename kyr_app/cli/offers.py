"""What a pack that is believed would do, said on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kyr_app.model.text import N_, P_, Day, Together

if TYPE_CHECKING:
    from kyr_app.cli.output import Out
    from kyr_app.session.packs.packs import Offered


def tell(out: Out, found: Offered) -> None:
    """Print who signed a pack, until when it is good, which languages it adds and what it would change."""
    from kyr_app.session.packs import tongues  # noqa: PLC0415

    said = found.trusted.manifest
    until = Day(said.valid_until.isoformat())
    out.line(
        N_("Pack {version}, signed with the key {key}.", version=str(said.version), key=found.trusted.key)
    )
    out.line(N_("Good until {day}.", day=until))
    if found.expired:
        out.line(N_("It is past its date: ask whether there is a newer one."))
    out.line(said.notes)
    for brought in found.brought:
        out.line(tongues.adds(brought.language))
        for told in brought.said:
            out.line(told)
    out.line(P_("{n} thing is different:", "{n} things are different:", len(found.differences)))
    for each in found.differences:
        out.line(Together((each.kind, each.title, each.id), " · "))


def as_json(out: Out, found: Offered) -> dict[str, object]:
    """Return the same as one JSON value."""
    said = found.trusted.manifest
    return {
        "version": said.version,
        "made": said.made.isoformat(),
        "valid_until": said.valid_until.isoformat(),
        "expired": found.expired,
        "key": found.trusted.key,
        "sha256": found.trusted.sha256,
        "notes": out.both(said.notes),
        "languages": [
            {
                "id": each.language.id,
                "name": each.language.name,
                "lessons": [each.lessons, each.of_lessons],
                "messages": [each.messages, each.of_messages],
                "changed": each.changed,
                "review": each.language.review,
                "prints": each.language.prints,
                "letters_missing": list(each.letters),
            }
            for each in found.brought
        ],
        "changes": [
            {
                "kind": out.both(each.kind),
                "id": each.id,
                "title": out.both(each.title),
                "how": each.how.value,
                "passages": [
                    {"place": one.place, "before": out.both(one.before), "after": out.both(one.after)}
                    for one in each.passages
                ],
            }
            for each in found.differences
        ],
    }
