"""The samples for a server fit the program: what they call exists, what they set is read, what they pass on is enough."""

import configparser
import re
import shlex
from pathlib import Path

from click.testing import CliRunner

from qingzhuang.cli.main import group
from qingzhuang.web.uploads import MOST_BYTES

ROOT = Path(__file__).resolve().parents[2]
SERVER = ROOT / "docs" / "guide" / "server"
SOURCE = ROOT / "src" / "qingzhuang"


def _unit() -> configparser.ConfigParser:
    found = configparser.ConfigParser(strict=False, interpolation=None)
    found.optionxform = str  # type: ignore[assignment,method-assign]
    found.read(SERVER / "qingzhuang.service", encoding="utf-8")
    return found


def test_the_unit_calls_what_there_is() -> None:
    words = shlex.split(_unit()["Service"]["ExecStart"])
    assert words[0].endswith("/.venv/bin/qz")
    command = group.get_command(None, words[1])  # type: ignore[arg-type]
    assert command is not None
    options = {each for param in command.params for each in param.opts}
    assert {each for each in words if each.startswith("--")} <= options


def test_what_the_samples_set_is_read_by_the_program() -> None:
    text = (SERVER / "qingzhuang.service").read_text("utf-8")
    source = "".join(file.read_text("utf-8") for file in SOURCE.rglob("*.py"))
    names = set(re.findall(r"^Environment=(QZ_[A-Z_]+)=", text, re.MULTILINE))
    assert {"QZ_HOME", "QZ_ADDRESS"} <= names
    assert all(f'"{name}"' in source for name in names)


def test_the_ledger_and_its_key_can_be_written() -> None:
    unit = _unit()["Service"]
    assert unit["ReadWritePaths"] == "/srv/qz"
    assert "QZ_HOME=/srv/qz/" in (SERVER / "qingzhuang.service").read_text("utf-8")


def test_the_proxy_passes_on_who_asks_and_for_what_and_takes_the_largest_sheet() -> None:
    text = (SERVER / "nginx.conf").read_text("utf-8")
    port = re.search(r"--port (\d+)", _unit()["Service"]["ExecStart"])
    assert port
    assert f"proxy_pass http://127.0.0.1:{port[1]};" in text
    assert "proxy_set_header Host $host;" in text
    assert "proxy_set_header X-Forwarded-For $remote_addr;" in text
    most = re.search(r"client_max_body_size (\d+)m;", text)
    assert most
    assert int(most[1]) * 2**20 > MOST_BYTES
    assert text.count("{") == text.count("}")


def test_the_guide_goes_from_nothing_to_a_page_that_opens() -> None:
    page = (SERVER.parent / "for-administrators.md").read_text("utf-8")
    for word in (
        "make install",
        "qingzhuang.service",
        "nginx.conf",
        "QZ_HOME=/srv/qz/ledger",
        "升级：",
        ".venv/bin/qz",
    ):
        assert word in page
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert re.search(r"^install:", makefile, re.MULTILINE)


def test_the_first_step_opens_an_administrator(db: None, tmp_path: Path, monkeypatch: object) -> None:
    done = CliRunner().invoke(group, ["admin", "open", "老陆", "--unit", "云泽县"], prog_name="qz")
    assert done.exit_code == 0
    assert "一次的口令" in done.output
