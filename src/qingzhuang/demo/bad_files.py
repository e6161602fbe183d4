"""Files as they sometimes arrive: one can be read by nobody, and the rest of the folder must go on."""

import struct

from qingzhuang.demo.forms.picture import sprout

FOLDER = "收到的坏文件"
_SECTOR = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_PLAIN = 0xFFFFFFFF


def bad_files(good: bytes) -> dict[str, bytes]:
    """Return name → content: a picture with a wrong suffix, a locked file, a spreadsheet that broke off in transit."""
    return {
        "现场照片改名的表.xlsx": sprout(),
        "加了密码的花名册.xlsx": locked(),
        "没传完的登记表.xlsx": good[: len(good) * 2 // 3],
    }


def locked() -> bytes:
    """Return a compound file with the streams of a password-protected package ([MS-OFFCRYPTO] 2.3.4)."""
    body = b"\x04\x00\x04\x00" + b"\x40\x00\x00\x00" + bytes(range(256)) * 33
    info, package = body[:4096], body[4000:8096]
    fat = [_FAT, _END, *_chain(2, 8), *_chain(10, 8)]
    table = struct.pack("<128I", *fat, *[_FREE] * (128 - len(fat)))
    directory = (
        _entry("Root Entry", 5, child=1)
        + _entry("EncryptionInfo", 2, right=2, start=2, size=4096)
        + _entry("EncryptedPackage", 2, start=10, size=4096)
        + _entry("", 0)
    )
    return _head() + table + directory + info + package


def _chain(first: int, count: int) -> list[int]:
    return [*range(first + 1, first + count), _END]


def _head() -> bytes:
    magic = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    shape = struct.pack("<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, _END, 0, _END, 0)
    return magic + shape + struct.pack("<109I", 0, *[_FREE] * 108)


def _entry(
    name: str, kind: int, *, right: int = _PLAIN, child: int = _PLAIN, start: int = 0, size: int = 0
) -> bytes:
    text = name.encode("utf-16-le")
    length = len(text) + 2 if name else 0
    links = struct.pack("<HBBIII", length, kind, 1, _PLAIN, right, child)
    return (
        text.ljust(64, b"\x00")
        + links
        + bytes(16 + 4 + 16)
        + struct.pack("<IQ", start if size else _END, size)
    )
