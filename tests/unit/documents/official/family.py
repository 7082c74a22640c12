"""A family of nine with seven addresses: nobody's data. And the answers for every other form."""

from __future__ import annotations

import datetime as dt

from kyr_app.model.answers import Answers, Open, Row

NONE, D = Open.NONE, dt.date
EVENT = "On the night of March 3, 2024, four men came to our home and asked for money. They said they would come back. "
STORY = (EVENT * 5).strip()
LONG = (EVENT * 100).strip()
"""Twenty times the story."""

_NAMES = ("Ana", "Beto", "Carla", "Darío", "Elena", "Félix", "Gloria")


def _child(n: int, *, here: bool) -> Row:
    own = {
        "first_name": _NAMES[n],
        "middle_name": NONE if n % 2 else "de los Ángeles",
        "last_name": "Ejemplo Muñoz",
        "birth_date": D(2006 + n, 3, 4 + n),
        "birth_place": "San Pedro Sula, Honduras",
        "nationality": "Honduran",
        "race_ethnic": "Mestizo",
        "sex": "male" if n % 2 else "female",
        "marital": "single",
        "a_number": f"000-000-01{n}",
        "passport": NONE,
        "ssn": NONE,
        "in_us": "yes" if here else "no",
    }
    if not here:
        return Row({**own, "location": "Choluteca, Honduras"})
    there = {"entry_place": "Brownsville, Texas", "entry_date": D(2026, 2, 3), "i94": NONE}
    now = {"entry_status": "Parolee", "status_now": "In removal proceedings", "stay_expires": NONE}
    return Row({**own, **there, **now, "in_court": "yes", "included": "yes"})


def _home(n: int) -> Row:
    first = {"street": "1200 Elizabeth Street, Apt. 12B", "city": "Brownsville", "state": "Texas"}
    later = {"street": f"{n} Calle Principal, barrio El Centro", "city": "San Pedro Sula", "state": "Cortés"}
    country = "Honduras" if n else "United States"
    spell = {"country": country, "from": f"{2026 - n}-01", "to": f"{2027 - n}-01" if n else NONE}
    return Row({**(later if n else first), **spell})


_ME = {
    "first_name": "Persona",
    "middle_name": "de la Concepción",
    "last_name": "Ejemplo Muñoz",
    "a_number": "A 000-000-000",
    "ssn": NONE,
    "uscis_account": NONE,
    "other_names": (Row({"first_name": "Personita", "middle_name": NONE, "last_name": "Ejemplo"}),),
    "home_street": "1200 Elizabeth Street",
    "home_apt": "12B",
    "home_city": "Brownsville",
    "home_state": "Texas",
    "home_zip": "78520-1234",
    "home_country": "United States",
    "phone": "(956) 555-0101",
    "email": "persona@example.org",
    "mail_same": "no",
    "mail_care_of": "Casa de Ejemplo",
    "mail_street": "PO Box 100",
    "mail_apt": NONE,
    "mail_city": "Brownsville",
    "mail_state": "TX",
    "mail_zip": "78520",
    "old_street": "500 Old Street",
    "old_apt": NONE,
    "old_city": "El Paso",
    "old_state": "TX",
    "old_zip": "79901",
    "old_country": "United States",
    "old_phone": NONE,
    "old_email": NONE,
    "sex": "female",
    "marital": "married",
    "birth_date": D(1984, 7, 9),
    "birth_city": "Santa Bárbara",
    "birth_state": NONE,
    "birth_country": "Honduras",
    "nationality": "honduras",
    "birth_nationality": "Honduran",
    "second_nationality": NONE,
    "race_ethnic": "Mestiza and Lenca",
    "religion": "Catholic",
    "court_status": "now",
    "current_status": "In removal proceedings",
    "native_language": "Spanish",
    "english_fluent": "no",
    "other_languages": "Lenca (a little)",
}
_SPOUSE = {
    "spouse_first_name": "Cónyuge",
    "spouse_middle_name": NONE,
    "spouse_last_name": "Ejemplo Peña",
    "spouse_maiden_name": NONE,
    "spouse_birth_date": D(1982, 1, 20),
    "spouse_birth_place": "Choluteca, Honduras",
    "spouse_nationality": "Honduran",
    "spouse_race_ethnic": "Mestizo",
    "spouse_sex": "male",
    "spouse_a_number": "000-000-001",
    "spouse_passport": NONE,
    "spouse_ssn": NONE,
    "marriage_date": D(2005, 6, 11),
    "marriage_place": "Choluteca, Honduras",
    "spouse_in_us": "yes",
    "spouse_entry_place": "Brownsville, Texas",
    "spouse_entry_date": D(2026, 2, 3),
    "spouse_i94": NONE,
    "spouse_entry_status": "Parolee",
    "spouse_status_now": "In removal proceedings",
    "spouse_stay_expires": Open.UNSURE,
    "spouse_in_court": "yes",
    "spouse_previous_arrival": NONE,
    "spouse_included": "yes",
}
_BACKGROUND = {
    "children_list": tuple(_child(n, here=n != 3) for n in range(7)),
    "mother_name": "Madre de Ejemplo",
    "mother_birth_place": "Santa Bárbara, Honduras",
    "mother_deceased": "no",
    "mother_location": "Santa Bárbara, Honduras",
    "father_name": "Padre de Ejemplo",
    "father_birth_place": "Gracias, Honduras",
    "father_deceased": "yes",
    "siblings": tuple(
        Row(
            {
                "name": f"Hermana {n} de Ejemplo",
                "birth_place": "Gracias, Honduras",
                "deceased": "no",
                "location": "Tela, Honduras",
            }
        )
        for n in range(5)
    ),
    "addresses_before_us": (_home(1),),
    "residences": tuple(_home(n) for n in range(7)),
    "education": (
        Row(
            {
                "school": "Instituto Central",
                "kind": "High school",
                "location": "Tela",
                "from": "1997",
                "to": "2001-11",
            }
        ),
    ),
    "jobs": (
        Row({"employer": "Own food stall", "occupation": "Seller", "from": "2015-01", "to": "2025-10"}),
    ),
    "left_country_date": D(2025, 11, 2),
    "i94_number": NONE,
    "entries": tuple(
        Row({"date": D(2026 - n, 2, 3), "place": "Brownsville, Texas", "status": "Parolee", "expires": NONE})
        for n in range(5)
    ),
    "passport_country": "Honduras",
    "passport_number": "E000000",
    "travel_document": NONE,
    "passport_expires": D(2028, 1, 31),
}
_CLAIM = {
    "claim_grounds": ("political", "group", "torture"),
    "cat_wanted": "yes",
    "harm_past": "yes",
    "harm_past_text": STORY,
    "fear_return": "yes",
    "fear_return_text": "I fear the same group.\nThey know where my mother lives.",
    "arrested_abroad": "no",
    "groups_member": "no",
    "groups_still": "no",
    "torture_feared": "no",
    "applied_before": "no",
    "other_country_stay": "yes",
    "other_country_status": "no",
    "other_countries_text": "Mexico: three months in 2025, without status.",
    "harmed_others": "no",
    "returned_home": "no",
    "after_one_year": "no",
    "us_crimes": "no",
    "helped_by_family": "yes",
    "helpers": (Row({"name": "Ana Ejemplo Muñoz", "relation": "Daughter"}),),
    "preparer_used": "no",
    "counsel_list": "yes",
}
_OTHERS = {
    "ead_reason": "initial",
    "ead_before": "no",
    "ead_category": "c8",
    "ead_arrested": "no",
    "form_language": "english",
    "court_name": "TX",
    "court_address": "1 Court Street\nSuite 100\nHarlingen, TX 78550",
    "opla_address": "2 Office Street, Harlingen, TX 78550",
    "server_name": "Persona Ejemplo",
    "detained": "no",
    "appeal_what": "merits",
    "decision_date": D(2026, 11, 2),
    "case_people": (Row({"name": "Persona Ejemplo", "a_number": "000-000-000"}),),
    "last_hearing_place": "Harlingen, Texas",
    "appeal_reasons": "The judge did not weigh the letters of three witnesses.",
    **{f"income_{each}": 0 for each in ("employment", "property", "interest", "other")},
    **{f"expense_{each}": 100 for each in ("rent", "utilities", "installments", "living", "other")},
    "fee_reason": "No puedo pagar porque no tengo trabajo ni permiso, y los niños comen en el albergue.",
    "fee_reason_en": "I cannot pay: I have no job and no permit.",
}

FAMILY = Answers({**_ME, **_SPOUSE, **_BACKGROUND, **_CLAIM, **_OTHERS})


def like(**changed: object) -> Answers:
    """Return the family with some answers changed."""
    return Answers({**dict(FAMILY), **changed})


def without(*names: str) -> Answers:
    """Return the family before some questions were answered."""
    return Answers({name: answer for name, answer in FAMILY.items() if name not in names})
