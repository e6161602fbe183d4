"""Real old files: only LibreOffice makes them here."""

import shutil
import subprocess
from pathlib import Path


def as_old(folder: Path, content: bytes, new: str, old: str) -> bytes:
    """Return a .docx or .xlsx saved as .doc or .xls."""
    source = folder / f"file.{new}"
    source.write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [shutil.which("soffice") or "soffice", profile, "--headless", "--convert-to", old, "--outdir"]
    subprocess.run([*command, str(folder), str(source)], check=True, capture_output=True, timeout=120)
    return (folder / f"file.{old}").read_bytes()
