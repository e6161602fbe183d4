"""An invented package of a library, as the registry hands one over."""

import base64
import hashlib
import io
import tarfile

import pytest

from qingzhuang.web import library

PARTS = {
    "package/dist/echarts.simple.min.js": b"window.echarts = {};" * 50,
    "package/LICENSE": b"Apache License",
    "package/NOTICE": b"Apache ECharts",
}


def package(parts: dict[str, bytes]) -> bytes:
    """The bytes of a package with these files."""
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w:gz") as held:
        for name, content in parts.items():
            told = tarfile.TarInfo(name)
            told.size = len(content)
            held.addfile(told, io.BytesIO(content))
    return target.getvalue()


def choose(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    """Let these bytes be those that were chosen."""
    monkeypatch.setattr(library, "SHA512", base64.b64encode(hashlib.sha512(content).digest()).decode())
