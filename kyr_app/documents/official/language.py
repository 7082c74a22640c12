"""Whether a text seems to be in Spanish. Pure.

A story is known by the small words that no Spanish sentence does without; an answer of a word or two by the words
that families give: a religion, a nationality, a trade, a relation.
"""

from __future__ import annotations

import re
from functools import cache

_SPANISH = frozenset(
    "el la los las un una de del que en y no se por con para su sus mi mis me nos le les lo al es son era fue fueron "
    "porque cuando donde yo él ella ellos muy pero más como ya también desde hasta sin sobre entre hay había".split()
)
_ENGLISH = frozenset(
    "the a an of and to in is are was were that he she they we i my me his her their because when where with for on "
    "at by from but not had has have been this it as who which would could about after before into".split()
)
_WORDS = (
    "católic- evangélic- evangelic- cristian- pentecostés adventista testigo judí- musulmán ningun- "
    "español castellano inglés francés portugués idioma lengua dialecto "
    "hondureñ- salvadoreñ- guatemaltec- mexicano mexicana nicaragüense venezolan- colombiano colombiana cubano cubana "
    "ecuatorian- peruan- dominicano dominicana brasileñ- indígena negr- blanc- "
    "primaria secundaria preparatoria colegio bachillerato universidad técnic- "
    "vendedor- agricultor- campesin- ganader- jornaler- albañil cociner- costurera comerciante maestr- enfermer- "
    "motorista obrer- estudiante emplead- dueñ- ama limpieza niñera pescador policía soldado "
    "hij- herman- espos- madre padre mamá papá tío tía abuel- primo prima sobrin- cuñad- suegr- amig- vecin- pareja "
    "solter- casad- viud- divorciad- indocumentad- turista permiso asilo pendiente proceso"
).split()
"""Words of short answers that English has not; `-` for the ending of a person."""

_ENDING = "(o|a|os|as|es|or|ora)?"
_FEWEST = 4
"""Words that have to be known of either language before anything is said."""


def spanish(text: str) -> bool:
    """Tell whether a text seems to be in Spanish rather than in English; False where it cannot be told."""
    words = re.findall(r"[a-záéíóúüñ]+", text.casefold())
    es, en = sum(word in _SPANISH for word in words), sum(word in _ENGLISH for word in words)
    return es + en >= _FEWEST and es > en


def spanish_words(text: str) -> bool:
    """Tell whether a short answer seems to be in Spanish."""
    return spanish(text) or any(_given(word) for word in re.findall(r"[a-záéíóúüñ]+", text.casefold()))


def _given(word: str) -> bool:
    return _known().fullmatch(word) is not None


@cache
def _known() -> re.Pattern[str]:
    """Return what finds a word of `_WORDS`, with the ending of any person."""
    return re.compile(
        "|".join(word.removesuffix("-") + (_ENDING if word.endswith("-") else "") for word in _WORDS)
    )
