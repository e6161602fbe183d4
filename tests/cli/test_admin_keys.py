"""At the server: keys are shown without being told, turned and dropped; backups open with the key and not without."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest


def _qz(home: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    settings = {"QZ_HOME": str(home), "PATH": os.environ["PATH"], "PYTHONIOENCODING": "utf-8", **more}
    call = [sys.executable, "-c", "from qingzhuang.cli.main import main; main()", *words]
    return subprocess.run(call, env=settings, capture_output=True, text=True, check=False)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A ledger with one step on its trail."""
    folder = tmp_path / "home"
    assert _qz(folder, "admin", "open", "老陆", "--unit", "云泽县").returncode == 0
    return folder


def test_keys_are_shown_turned_and_dropped(home: Path) -> None:
    file = home.with_name("home.key")
    first = _qz(home, "admin", "keys", "show")
    assert str(file) in first.stdout
    assert "在用" in first.stdout
    secret = file.read_text().splitlines()[1]
    assert secret not in first.stdout
    old = first.stdout.splitlines()[1].partition("　")[0]
    turned = _qz(home, "admin", "keys", "rotate")
    assert (turned.returncode, turned.stderr) == (0, "")
    assert "换好了" in turned.stdout
    assert "旧的内容还没有全部抹掉" not in turned.stdout
    assert f"{old}　旧的" in _qz(home, "admin", "keys", "show").stdout
    assert _qz(home, "audit", "verify").stdout == "2 条都对得上。\n"
    assert _qz(home, "admin", "keys", "drop", old).returncode == 0
    assert secret not in file.read_text()
    refused = _qz(home, "admin", "keys", "drop", old)
    assert (refused.returncode, "QZ-L024" in refused.stderr) == (1, True)


@pytest.mark.parametrize(
    "words", [("audit", "verify"), ("admin", "keys", "show"), ("ledger", "show", "王"), ("serve",)]
)
def test_without_its_key_every_command_says_so_in_words(home: Path, words: tuple[str, ...]) -> None:
    file = home.with_name("home.key")
    file.rename(file.with_suffix(".away"))
    done = _qz(home, *words)
    assert done.returncode == 1
    assert "QZ-L021" in done.stderr
    assert "Traceback" not in done.stderr
    assert not file.exists()


def test_a_backup_comes_back_with_its_key_and_not_without(home: Path, tmp_path: Path) -> None:
    file, key = tmp_path / "备份.zip", home.with_name("home.key")
    made = _qz(home, "admin", "backup", str(file))
    assert made.returncode == 0
    assert "不在里面" in made.stdout
    assert file.stat().st_mode & 0o777 == 0o600
    assert key.read_text().splitlines()[1].encode() not in file.read_bytes()
    twice = _qz(home, "admin", "backup", str(file)).stderr
    assert "QZ-L033" in twice, "no backup is written over"
    assert "已经有一个同名的文件" in twice
    assert "地方够不够" not in twice
    assert "QZ-L030" in _qz(home, "admin", "restore", str(file)).stderr, "no ledger is written over"
    new = tmp_path / "new"
    assert "QZ-L021" in _qz(new, "admin", "restore", str(file)).stderr
    assert not new.exists()
    back = _qz(new, "admin", "restore", str(file), QZ_KEY_FILE=str(key))
    assert (back.returncode, back.stderr) == (0, "")
    assert _qz(new, "audit", "verify", QZ_KEY_FILE=str(key)).stdout == "1 条都对得上。\n"


@pytest.mark.parametrize("spoil", ["no archive", "another file in it", "cut short"])
def test_what_is_no_whole_backup_is_refused(home: Path, tmp_path: Path, spoil: str) -> None:
    file, key = tmp_path / "备份.zip", home.with_name("home.key")
    assert _qz(home, "admin", "backup", str(file)).returncode == 0
    if spoil == "no archive":
        file.write_bytes(b"PK")
    elif spoil == "cut short":
        file.write_bytes(file.read_bytes()[:-1000])
    else:
        with zipfile.ZipFile(file, "a") as box:
            box.writestr("../out.txt", "x")
    new = tmp_path / "new"
    done = _qz(new, "admin", "restore", str(file), QZ_KEY_FILE=str(key))
    assert (done.returncode, "QZ-L031" in done.stderr) == (1, True)
    assert not (new / "ledger.sqlite3").exists()
    assert not (tmp_path / "out.txt").exists()
