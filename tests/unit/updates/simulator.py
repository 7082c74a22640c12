"""A publisher that can be told to do everything wrong: each attack is a line or two."""

import datetime as dt
import io
import zipfile

from kyr_app.model.text import Text
from kyr_app.updates import archive, manifest, minisign, secret

DAY = dt.date(2026, 11, 22)
ACTIVE = secret.SecretKey(b"active00", b"a" * 32)
SPARE = secret.SecretKey(b"spare000", b"s" * 32)
STRANGER = secret.SecretKey(b"stranger", b"x" * 32)
KEYS = (ACTIVE.public, SPARE.public)


class Simulator:
    """Makes packs. Its attributes are what it will say; `zip` may be replaced to pack in another way."""

    def __init__(self, files=None, version=2026112201):
        self.files = files or {"library.json": b'{"lessons": []}', "voice/mam/hello.wav": b"RIFF"}
        self.version = version
        self.key = ACTIVE
        self.valid_until = DAY + dt.timedelta(days=90)
        self.comment = None
        self.listed = None

    def manifest(self):
        return manifest.made(
            self.listed if self.listed is not None else self.files,
            version=self.version,
            made=DAY,
            valid_until=self.valid_until,
            notes=Text("Novedades", "News"),
        )

    def all_files(self):
        return {**self.files, manifest.FILE: manifest.encode(self.manifest())}

    def pack(self):
        return archive.packed(self.all_files())

    def signed(self, data):
        return minisign.sign(data, self.comment or self.manifest().comment, self.key)

    def both(self):
        data = self.pack()
        return data, self.signed(data)


def zipped(entries, **kinds):
    """Return a ZIP of (name or ZipInfo, bytes) pairs without any of the rules of packs."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", kinds.get("compression", zipfile.ZIP_DEFLATED)) as made:
        for entry, data in entries:
            made.writestr(entry, data)
    return held.getvalue()
