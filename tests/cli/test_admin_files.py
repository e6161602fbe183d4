"""At the server: files lie in a bucket, are moved there and back, carried off, taken back, and turned to another key."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.s3_peer import Peer

CONTENT = "编秀英 990101194503021234"
_KEEP = f"""
from qingzhuang.store.setup import open_ledger
open_ledger()
from qingzhuang.store.blobs import keep
print(keep({CONTENT!r}.encode()))
"""
_FETCH = """
import sys
from qingzhuang.store.setup import open_ledger
open_ledger()
from qingzhuang.store.blobs import fetch
print(fetch(sys.argv[1]).decode())
"""
_QZ = "from qingzhuang.cli.main import main; main()"


def _run(home: Path, script: str, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    settings = {"QZ_HOME": str(home), "PATH": os.environ["PATH"], "PYTHONIOENCODING": "utf-8", **more}
    return subprocess.run(
        [sys.executable, "-c", script, *words], env=settings, capture_output=True, text=True, check=False
    )


def _qz(home: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    return _run(home, _QZ, *words, **more)


def _kept(home: Path, **more: str) -> str:
    done = _run(home, _KEEP, **more)
    assert done.stderr == ""
    return done.stdout.strip()


def _fetched(home: Path, digest: str, **more: str) -> str:
    done = _run(home, _FETCH, digest, **more)
    return done.stdout.strip() or done.stderr


def _below(home: Path) -> list[Path]:
    return [each for each in (home / "blobs").rglob("*") if each.is_file()]


def test_files_are_moved_into_the_bucket_and_back(tmp_path: Path, bucket: Peer) -> None:
    home = tmp_path / "home"
    digest = _kept(home)
    assert "1 份" in _qz(home, "admin", "files", "show").stdout
    assert "QZ-L045" in _qz(home, "admin", "files", "move").stderr
    moved = _qz(home, "admin", "files", "move", **bucket.settings)
    assert (moved.returncode, moved.stderr) == (0, "")
    assert f"1 份，现在都在 {bucket.address.said}" in moved.stdout
    assert _below(home) == []
    assert _fetched(home, digest, **bucket.settings) == CONTENT
    assert "1 份" in _qz(home, "admin", "files", "show", **bucket.settings).stdout
    back = _qz(home, "admin", "files", "move", "--back", **bucket.settings)
    assert (back.returncode, back.stderr) == (0, "")
    assert bucket.objects() == {}
    assert _fetched(home, digest) == CONTENT


def test_a_backup_holds_what_lies_in_the_bucket_and_goes_back_into_an_empty_one(
    tmp_path: Path, bucket: Peer
) -> None:
    home, new, file = tmp_path / "home", tmp_path / "new", tmp_path / "备份.zip"
    digest = _kept(home, **bucket.settings)
    assert "1 份" in _qz(home, "admin", "backup", str(file), **bucket.settings).stdout
    key = str(home.with_name("home.key"))
    other = replace(bucket, address=replace(bucket.address, prefix=f"{bucket.address.prefix}new/"))
    other.place().write("blobs/aa/" + "a" * 64, b"somebody else's")
    refused = _qz(new, "admin", "restore", str(file), QZ_KEY_FILE=key, **other.settings)
    assert "QZ-L030" in refused.stderr
    assert "QZ_BLOB_URL" in refused.stderr
    other.place().remove("blobs/aa/" + "a" * 64)
    back = _qz(new, "admin", "restore", str(file), QZ_KEY_FILE=key, **other.settings)
    assert (back.returncode, back.stderr) == (0, "")
    assert _below(new) == []
    assert _fetched(new, digest, QZ_KEY_FILE=key, **other.settings) == CONTENT


def test_a_backup_from_a_bucket_goes_back_into_a_folder(tmp_path: Path, bucket: Peer) -> None:
    home, new, file = tmp_path / "home", tmp_path / "new", tmp_path / "备份.zip"
    digest = _kept(home, **bucket.settings)
    assert _qz(home, "admin", "backup", str(file), **bucket.settings).returncode == 0
    key = str(home.with_name("home.key"))
    assert _qz(new, "admin", "restore", str(file), QZ_KEY_FILE=key).returncode == 0
    assert len(_below(new)) == 1
    assert _fetched(new, digest, QZ_KEY_FILE=key) == CONTENT


def test_files_in_the_bucket_turn_to_the_new_key(tmp_path: Path, bucket: Peer) -> None:
    home = tmp_path / "home"
    bucket.keep_versions()
    digest = _kept(home, **bucket.settings)
    before = bucket.objects()
    turned = _qz(home, "admin", "keys", "rotate", **bucket.settings)
    assert (turned.returncode, turned.stderr) == (0, "")
    after = bucket.objects()
    assert len(after) == 1, "nothing is left that the old key opens"
    assert set(after.values()).isdisjoint(before.values())
    assert _fetched(home, digest, **bucket.settings) == CONTENT
    shown = _qz(home, "admin", "keys", "show", **bucket.settings).stdout
    assert [line[-4:] for line in shown.splitlines()[1:3]] == ["1 份", "0 份"] or "文件 1 份" in shown


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"QZ_BLOB_SECRET": "wrong"}, "QZ-L043"),
        ({"QZ_BLOB_URL": "s3+http://127.0.0.1:9/qingzhuang"}, "QZ-L042"),
        ({"QZ_BLOB_URL": "http://127.0.0.1/qingzhuang"}, "QZ-L040"),
        ({"QZ_BLOB_URL": "s3://s3.example"}, "QZ-L040"),
        ({"QZ_BLOB_URL": "s3://s3.example/b?tls=no"}, "QZ-L040"),
        ({"QZ_BLOB_URL": "s3://s3.example/b?region=a&style=other"}, "QZ-L040"),
        ({"QZ_BLOB_URL": "s3://s3.example/桶"}, "QZ-L040"),
        ({"QZ_BLOB_URL": "s3://s3 example!/b"}, "QZ-L040"),
        ({"AWS_PROFILE": "nobody"}, "QZ-L040"),
        ({"QZ_BLOB_URL": "s3://s3.example:port/b"}, "QZ-L040"),
        ({"QZ_BLOB_SECRET": ""}, "QZ-L040"),
        ({"QZ_BLOB_SECRET": "", "QZ_BLOB_SECRET_FILE": "/nowhere/secret"}, "QZ-L040"),
    ],
)
def test_what_is_set_wrong_is_said_with_its_code(
    tmp_path: Path, bucket: Peer, wrong: dict[str, str], code: str
) -> None:
    done = _qz(tmp_path / "home", "admin", "files", "show", **{**bucket.settings, **wrong})
    assert done.returncode == 1
    assert code in done.stderr
    assert "Traceback" not in done.stderr
    assert bucket.address.secret not in done.stderr


def test_keys_may_stand_in_a_file_or_in_the_address(tmp_path: Path, bucket: Peer) -> None:
    secret = tmp_path / "secret"
    secret.write_text(f"{bucket.address.secret}\n")
    apart = {**bucket.settings, "QZ_BLOB_SECRET": "", "QZ_BLOB_SECRET_FILE": str(secret)}
    assert _qz(tmp_path / "home", "admin", "files", "show", **apart).returncode == 0
    from urllib.parse import quote

    keys = f"{quote(bucket.address.key, '')}:{quote(bucket.address.secret, '')}@"
    within = {"QZ_BLOB_URL": bucket.url.replace("://", f"://{keys}")}
    shown = _qz(tmp_path / "home", "admin", "files", "show", **within)
    assert shown.returncode == 0
    assert bucket.address.secret not in shown.stdout
