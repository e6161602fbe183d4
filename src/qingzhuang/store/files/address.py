"""QZ_BLOB_URL: where the bucket is, and with which keys it is opened."""

import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from qingzhuang.language import gettext as _
from qingzhuang.model.problem import Problem, ProblemError

VARIABLE = "QZ_BLOB_URL"
KEY, SECRET, SECRET_FILE = "QZ_BLOB_KEY", "QZ_BLOB_SECRET", "QZ_BLOB_SECRET_FILE"
_SCHEMES = {"s3": "https", "s3+http": "http"}
_STYLES = ("path", "virtual")
_WORDS = {"region", "style"}
_BUCKET = re.compile(r"[A-Za-z0-9._-]{1,255}")


@dataclass(frozen=True, slots=True)
class Address:
    """A bucket at a server that speaks S3. `prefix` is empty or ends in a slash; `style` says where the bucket's name
    stands: in the path, or before the host."""

    endpoint: str
    bucket: str
    prefix: str = ""
    region: str = "us-east-1"
    style: str = "path"
    key: str = ""
    secret: str = field(default="", repr=False)

    @property
    def said(self) -> str:
        """The address without keys."""
        return f"{self.endpoint}/{self.bucket}/{self.prefix}".rstrip("/")


def address() -> Address | None:
    """Return where the bucket is, None where files lie in the folder. Raises ProblemError QZ-L040 when what is set cannot be
    understood."""
    text = os.environ.get(VARIABLE, "").strip()
    return _read(text) if text else None


def _read(text: str) -> Address:
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
        words = dict(parse_qsl(parts.query, strict_parsing=True)) if parts.query else {}
    except ValueError as error:
        raise ProblemError(unclear(_("地址写得不对"))) from error
    bucket, _slash, prefix = unquote(parts.path).strip("/").partition("/")
    style = words.get("style", "path")
    if parts.scheme not in _SCHEMES:
        raise ProblemError(unclear(_("开头要写 s3:// 或 s3+http://")))
    if not host or not bucket:
        raise ProblemError(unclear(_("少了服务器的名字或者桶的名字")))
    if not _BUCKET.fullmatch(bucket):
        raise ProblemError(unclear(_("桶的名字里有不能用的字")))
    if set(words) - _WORDS or style not in _STYLES:
        raise ProblemError(unclear(_("问号后面只认 region=… 和 style=path、style=virtual")))
    name = f"[{host}]" if ":" in host else host
    return Address(
        f"{_SCHEMES[parts.scheme]}://{name}{f':{port}' if port else ''}",
        bucket,
        f"{prefix}/" if prefix else "",
        words.get("region", "us-east-1"),
        style,
        *_keys(parts),
    )


def _keys(parts: SplitResult) -> tuple[str, str]:
    """From the environment, else from the address itself."""
    key = os.environ.get(KEY, "") or unquote(parts.username or "")
    secret = os.environ.get(SECRET, "") or _from_file() or unquote(parts.password or "")
    if not key or not secret:
        raise ProblemError(unclear(_("少了 {key} 或者 {secret}").format(key=KEY, secret=SECRET)))
    return key, secret


def _from_file() -> str:
    named = os.environ.get(SECRET_FILE)
    try:
        return Path(named).read_text(encoding="utf-8").strip() if named else ""
    except (OSError, ValueError) as error:
        raise ProblemError(unclear(_("{name} 指的文件读不了").format(name=SECRET_FILE))) from error


def unclear(why: str) -> Problem:
    """What is set cannot be understood."""
    return Problem(
        "QZ-L040",
        VARIABLE,
        _("放原表和照片的地方没有说清：{why}。").format(why=why),
        _(
            "请照 s3://服务器:端口/桶/文件夹 写，两把钥匙写在 {key} 和 {secret}；不设 {name} 就放在台账旁边。"
        ).format(key=KEY, secret=SECRET, name=VARIABLE),
    )
