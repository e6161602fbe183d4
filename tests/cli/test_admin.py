"""At the server: administrators are opened, the trail is verified; a broken one gives exit code 1."""

import os
import re
import sqlite3
import subprocess
import sys
from pathlib import Path


def _qz(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    settings = {"QZ_HOME": str(home), "PATH": os.environ["PATH"], "PYTHONIOENCODING": "utf-8"}
    call = [sys.executable, "-c", "from qingzhuang.cli.main import main; main()", *words]
    return subprocess.run(call, env=settings, capture_output=True, text=True, check=False)


def test_the_first_administrator_and_a_trail_that_was_changed(tmp_path: Path) -> None:
    home = tmp_path / "home"
    assert "没有可验的" in _qz(home, "audit", "verify").stdout
    assert not home.exists(), "looking begins no ledger"
    refused = _qz(home, "admin", "open", "老陆")
    assert refused.returncode == 2
    assert "--unit" in refused.stderr
    first = _qz(home, "admin", "open", "老陆", "--unit", "云泽县")
    again = _qz(home, "admin", "open", "老陆")
    words = [re.search("口令：([a-z0-9-]{19})", each.stdout) for each in (first, again)]
    assert all(words)
    assert len({found[1] for found in words if found}) == 2
    assert _qz(home, "admin", "open", "<b>", "--unit", "云泽县").returncode == 2
    fine = _qz(home, "audit", "verify")
    assert (fine.returncode, fine.stdout) == (0, "2 条都对得上。\n")
    with sqlite3.connect(home / "ledger.sqlite3") as ledger:
        ledger.execute("DROP TRIGGER audit_trail_no_update")
        ledger.execute("UPDATE audit_trail SET thing = 'x' WHERE id = 2")
    broken = _qz(home, "audit", "verify")
    assert broken.returncode == 1
    assert "第 2 条被动过" in broken.stdout
    assert _qz(home, "audit", "verify", "--format", "json").stdout == '{"rows": 1, "broken": 2}\n'
