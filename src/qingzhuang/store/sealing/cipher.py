"""What one key does: it seals text and bytes, and opens them again.

Values are sealed by AES-256-GCM under a random nonce: equal values look different. What the database must find again is
sealed by AES-SIV (RFC 5297), which gives equal text equal marks and nothing else away. Both hold the name of the column as
associated data, so that a value cannot be carried to another column.

A sealed text is eight letters that name way and key, then base64: `g1k3f9ab…`.
"""

import base64
import os
from binascii import Error as NoBase64
from binascii import a2b_base64, b2a_base64

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM, AESSIV
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
PREFIX = 8  # so many letters of a sealed text say how and by which key
IDENT = 6
VALUE, MARK = "g1", "s1"
BLOB = b"qzblob1:"
_BLOB_HEAD = len(BLOB) + IDENT
_NONCE = 12


class DamagedError(ValueError):
    """What was sealed cannot be opened by the key that it names: it was changed or cut."""


class Cipher:
    """One key at work. `ident` names it without telling anything of it: people and stored values call it so."""

    def __init__(self, key: bytes) -> None:
        if len(key) != KEY_BYTES:
            raise ValueError(len(key))
        self.ident = base64.b32encode(_derived(key, b"name", 5)).decode().lower()[:IDENT]
        self.value_prefix, self.mark_prefix = VALUE + self.ident, MARK + self.ident
        self._values = AESGCM(_derived(key, b"values", 32))
        self._marks = AESSIV(_derived(key, b"marks", 64))
        self._blobs = AESGCM(_derived(key, b"blobs", 32))

    def seal(self, plain: bytes, column: bytes) -> str:
        """Seal a value: every time differently."""
        nonce = os.urandom(_NONCE)
        sealed = nonce + self._values.encrypt(nonce, plain, column)
        return self.value_prefix + b2a_base64(sealed, newline=False).decode("ascii")

    def mark(self, plain: bytes, column: bytes) -> str:
        """Seal what is to be found again: the same gives the same mark."""
        sealed = self._marks.encrypt(plain, [column])
        return self.mark_prefix + b2a_base64(sealed, newline=False).decode("ascii")

    def open_value(self, sealed: str, column: bytes) -> bytes:
        """Open a sealed value. Raises DamagedError."""
        try:
            raw = a2b_base64(sealed[PREFIX:])
            return self._values.decrypt(raw[:_NONCE], raw[_NONCE:], column)
        except (InvalidTag, NoBase64, ValueError) as error:
            raise DamagedError from error

    def open_mark(self, sealed: str, column: bytes) -> bytes:
        """Open a mark. Raises DamagedError."""
        try:
            return self._marks.decrypt(a2b_base64(sealed[PREFIX:]), [column])
        except (InvalidTag, NoBase64, ValueError) as error:
            raise DamagedError from error

    def seal_bytes(self, content: bytes, name: str) -> bytes:
        """Seal a file under its name."""
        nonce = os.urandom(_NONCE)
        return BLOB + self.ident.encode() + nonce + self._blobs.encrypt(nonce, content, name.encode())

    def open_bytes(self, sealed: bytes, name: str) -> bytes:
        """Open a sealed file. Raises DamagedError."""
        nonce, body = sealed[_BLOB_HEAD : _BLOB_HEAD + _NONCE], sealed[_BLOB_HEAD + _NONCE :]
        try:
            return self._blobs.decrypt(nonce, body, name.encode())
        except (InvalidTag, ValueError) as error:
            raise DamagedError from error


def ident_of_bytes(content: bytes) -> str | None:
    """Return which key sealed a file, None for one that is not sealed."""
    if not content.startswith(BLOB):
        return None
    return content[len(BLOB) : _BLOB_HEAD].decode("ascii", "replace")


def _derived(key: bytes, purpose: bytes, length: int) -> bytes:
    return HKDF(SHA256(), length, None, b"qingzhuang " + purpose).derive(key)
