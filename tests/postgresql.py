"""A PostgreSQL server of Debian's package, started in a folder of its own for the tests and stopped with them."""

import os
import pwd
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

BINARIES = Path("/usr/lib/postgresql")
_USER = "postgres"  # the server refuses to run as root


def binaries() -> Path | None:
    """Return the folder of the newest server that Debian's package put here, None when there is none."""
    found = sorted(BINARIES.glob("*/bin/postgres"), key=lambda each: int(each.parts[-3]))
    return found[-1].parent if found else None


@contextmanager
def server(folder: Path) -> Iterator[str]:
    """Start a server on loopback with its data below the folder; yield its URL."""
    programs = binaries()
    if programs is None:
        raise FileNotFoundError(BINARIES)
    data, port = folder / "data", _free_port()
    if os.getuid() == 0:
        shutil.chown(folder, _USER)
    _run(folder, [programs / "initdb", "-D", data, "-A", "trust", "-U", _USER, "--no-sync"])
    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off"
    _run(folder, [programs / "pg_ctl", "-D", data, "-w", "-o", options, "-l", folder / "log", "start"])
    try:
        yield f"postgres://{_USER}@127.0.0.1:{port}/{_USER}"
    finally:
        _run(folder, [programs / "pg_ctl", "-D", data, "-m", "immediate", "stop"])


def _run(folder: Path, words: list[object]) -> None:
    user = pwd.getpwnam(_USER).pw_uid if os.getuid() == 0 else None
    subprocess.run(
        [str(word) for word in words],
        check=True,
        cwd=folder,
        user=user,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
