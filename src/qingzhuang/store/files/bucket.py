"""Files in a bucket at a server that speaks S3."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from botocore.session import Session

from qingzhuang.language import gettext as _
from qingzhuang.model.problem import ProblemError
from qingzhuang.store.files.address import Address, unclear
from qingzhuang.store.files.kept import Kept, OutOfReachError
from qingzhuang.store.files.said import broken, said

PAGE = 1000  # so many names come at once; no server gives more
_GONE = {"NoSuchKey", "NotFound", "404"}
_CONNECT_SECONDS, _READ_SECONDS, _TRIES = 3, 20, 2  # somebody waits before a page


class Bucket:
    """A bucket. In one that keeps old versions, none is left behind: what is removed or replaced must be gone."""

    def __init__(self, at: Address) -> None:
        self._at = at
        self._client = client(at)

    @property
    def where(self) -> str:
        """Return the address without keys."""
        return self._at.said

    def read(self, name: str) -> bytes:
        """Return a file. Raises FileNotFoundError, OutOfReachError."""
        with self._asked(name):
            content: bytes = self._client.get_object(**self._of(name))["Body"].read()
            return content

    def begins(self, name: str, count: int) -> bytes:
        """Return the first bytes of a file. Raises FileNotFoundError, OutOfReachError."""
        with self._asked(name):
            found = self._client.get_object(**self._of(name), Range=f"bytes=0-{count - 1}")
            content: bytes = found["Body"].read()
            return content[:count]

    def has(self, name: str) -> bool:
        """Tell whether a file lies there. Raises OutOfReachError."""
        try:
            with self._asked(name):
                self._client.head_object(**self._of(name))
        except FileNotFoundError:
            return False
        return True

    def write(self, name: str, content: bytes) -> None:
        """Write a file, whole or not at all. Raises OutOfReachError."""
        with self._asked(name):
            done = self._client.put_object(
                **self._of(name), Body=content, ContentType="application/octet-stream"
            )
            if "VersionId" in done:
                self._purge(name, done["VersionId"])

    def remove(self, name: str) -> None:
        """Remove a file with all its versions. Raises OutOfReachError."""
        with self._asked(name):
            done = self._client.delete_object(**self._of(name))
            if "VersionId" in done or done.get("DeleteMarker"):
                self._purge(name)

    def below(self, folder: str) -> Iterator[Kept]:
        """Yield what lies below a folder. Raises OutOfReachError."""
        prefix = f"{self._at.prefix}{folder}/"
        with self._asked(folder):
            pages = self._client.get_paginator("list_objects_v2")
            asked = {"Bucket": self._at.bucket, "Prefix": prefix}
            for page in pages.paginate(**asked, PaginationConfig={"PageSize": PAGE}):
                for each in page.get("Contents", ()):
                    name = each["Key"].removeprefix(self._at.prefix)
                    yield Kept(name, each["Size"], each["LastModified"])

    def clear(self, folder: str, before: datetime) -> None:
        """Remove what lies there since before a moment. Raises OutOfReachError."""
        for each in self.below(folder):
            if each.at < before:
                self.remove(each.name)

    def _purge(self, name: str, but: str = "") -> None:
        """Remove all versions of a file and the marks of its removals, but for one."""
        of = self._of(name)
        pages = self._client.get_paginator("list_object_versions")
        for page in pages.paginate(Bucket=of["Bucket"], Prefix=of["Key"]):
            for each in (*page.get("Versions", ()), *page.get("DeleteMarkers", ())):
                if each["Key"] == of["Key"] and each["VersionId"] != but:
                    self._client.delete_object(**of, VersionId=each["VersionId"])

    def _of(self, name: str) -> dict[str, str]:
        return {"Bucket": self._at.bucket, "Key": self._at.prefix + name}

    @contextmanager
    def _asked(self, name: str) -> Iterator[None]:
        """Let what the server says of a file end in an error of ours."""
        try:
            yield
        except ClientError as error:
            code = str(error.response.get("Error", {}).get("Code", ""))
            if code in _GONE:
                raise FileNotFoundError(2, "", name) from error
            raise OutOfReachError(said(self._at, code)) from error
        except BotoCoreError as error:
            raise OutOfReachError(broken(self._at)) from error


def client(at: Address) -> Any:
    """Return what speaks to the server. It asks only what other makers' servers understand, too: no checksums of a newer
    kind than they know. Raises ProblemError QZ-L040 for an address that cannot be one."""
    how = Config(
        region_name=at.region,
        s3={"addressing_style": at.style},
        connect_timeout=_CONNECT_SECONDS,
        read_timeout=_READ_SECONDS,
        retries={"total_max_attempts": _TRIES, "mode": "standard"},
        request_checksum_calculation="when_required",
        response_checksum_validation="when_required",
        max_pool_connections=32,
    )
    try:
        return Session().create_client(
            "s3",
            endpoint_url=at.endpoint,
            aws_access_key_id=at.key,
            aws_secret_access_key=at.secret,
            config=how,
        )
    except (ValueError, BotoCoreError) as error:
        raise ProblemError(unclear(_("{what} 不能用").format(what=at.endpoint))) from error
