"""Where the ledger lives on this machine: the folder QZ_HOME, by default ~/.qingzhuang."""

import os
import secrets
from contextlib import suppress
from pathlib import Path

LEDGER = "ledger.sqlite3"


def home() -> Path:
    """Return the folder, whether it exists yet or not."""
    return Path(os.environ.get("QZ_HOME") or Path.home() / ".qingzhuang").absolute()


def has_ledger() -> bool:
    """Tell whether anybody has begun a ledger here; looking does not begin one."""
    return bool(os.environ.get("QZ_DATABASE_URL")) or (home() / LEDGER).is_file()


def make_home() -> Path:
    """Return the folder, made on first use and open only to its owner. Raises OSError where that is impossible."""
    folder = home()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def secret_key() -> str:
    """Return this machine's own signing key, made on first use; processes that start together agree on one."""
    path = make_home() / "secret.key"
    if not path.exists():
        draft = path.with_name(f"secret.{secrets.token_hex(8)}")
        with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(48))
        with suppress(FileExistsError):
            os.link(draft, path)
        draft.unlink()
    return path.read_text(encoding="ascii")


_EXAMPLE = "example"


def mark_example() -> None:
    """Note that the ledger of this folder holds invented people only. Raises OSError."""
    (make_home() / _EXAMPLE).touch()


def is_example(folder: Path | None = None) -> bool:
    """Tell whether a folder (default: this machine's) holds the example's ledger."""
    return ((folder or home()) / _EXAMPLE).is_file()
