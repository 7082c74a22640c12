"""The file in which a language says what it is called, begun for a translator."""

from __future__ import annotations

from contextlib import suppress

_BEGINNING = """# What this language is called. See docs/authors/languages.md.
id: {code}
name: {own}
called:
  es: {es}
  en: {en}
# review: name and day of a person who knows both languages and has read all of it; leave it out until then
"""


def beginning(code: str) -> str:
    """Return the file for a language, with the names that are known of it; its code where none is."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 (for translators alone)

    def named(speaker: str) -> str:
        try:
            return Locale.parse(code, sep="-").get_display_name(speaker) or code
        except (UnknownLocaleError, ValueError):
            return code

    own = code
    with suppress(UnknownLocaleError, ValueError):
        own = Locale.parse(code, sep="-").get_display_name() or named("en")
    return _BEGINNING.format(code=code, own=own, es=named("es"), en=named("en"))
