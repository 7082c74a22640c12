"""The two letters that the lists of official forms have for a state: those of the U.S. Postal Service. Pure."""

from __future__ import annotations

_CODES = (
    "AL Alabama,AK Alaska,AZ Arizona,AR Arkansas,CA California,CO Colorado,CT Connecticut,DE Delaware,"
    "DC District of Columbia,FL Florida,GA Georgia,HI Hawaii,ID Idaho,IL Illinois,IN Indiana,IA Iowa,KS Kansas,"
    "KY Kentucky,LA Louisiana,ME Maine,MD Maryland,MA Massachusetts,MI Michigan,MN Minnesota,MS Mississippi,"
    "MO Missouri,MT Montana,NE Nebraska,NV Nevada,NH New Hampshire,NJ New Jersey,NM New Mexico,NY New York,"
    "NC North Carolina,ND North Dakota,OH Ohio,OK Oklahoma,OR Oregon,PA Pennsylvania,PR Puerto Rico,RI Rhode Island,"
    "SC South Carolina,SD South Dakota,TN Tennessee,TX Texas,UT Utah,VT Vermont,VA Virginia,WA Washington,"
    "WV West Virginia,WI Wisconsin,WY Wyoming"
)
_BY_NAME = {name.casefold(): code for code, name in (each.split(" ", 1) for each in _CODES.split(","))}
_SPANISH = {"nueva york": "NY", "nuevo méxico": "NM", "nueva jersey": "NJ", "carolina del norte": "NC"}
_SPANISH |= {"carolina del sur": "SC", "pensilvania": "PA", "luisiana": "LA", "tejas": "TX", "misuri": "MO"}


def code(text: str) -> str:
    """Return the two letters of a state by its name in English or Spanish; the text itself where it is none."""
    known = " ".join(text.split()).casefold()
    return _BY_NAME.get(known) or _SPANISH.get(known) or text
