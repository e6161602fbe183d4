"""A real server that speaks S3, started in a process of its own: it checks keys and signatures, keeps versions, can be stopped.
QZ_TEST_S3_URL names another one to be tested against instead (a bucket with its keys, as QZ_BLOB_URL has them)."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from secrets import token_hex
from typing import Any

import pytest
import requests
from botocore.config import Config
from botocore.session import Session

from qingzhuang.store.files.address import Address
from qingzhuang.store.files.bucket import Bucket, client

BUCKET = "qingzhuang"
_ALL = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]}
_PATIENCE_SECONDS = 60


@dataclass
class Peer:
    """A server with a bucket. `address` opens it; `looks` sees all that lies in it, by whatever road."""

    address: Address
    process: "subprocess.Popen[bytes] | None" = None

    @property
    def url(self) -> str:
        """What QZ_BLOB_URL says."""
        scheme, _, host = self.address.endpoint.partition("://")
        tail = f"{self.address.bucket}/{self.address.prefix}".rstrip("/")
        return f"{'s3' if scheme == 'https' else 's3+http'}://{host}/{tail}?region={self.address.region}"

    @property
    def settings(self) -> dict[str, str]:
        """What is to be set to keep files here."""
        return {
            "QZ_BLOB_URL": self.url,
            "QZ_BLOB_KEY": self.address.key,
            "QZ_BLOB_SECRET": self.address.secret,
        }

    def place(self) -> Bucket:
        """Return the bucket as the program sees it."""
        return Bucket(self.address)

    def client(self) -> Any:
        """Return the bucket as somebody else sees it."""
        return client(self.address)

    def objects(self) -> dict[str, bytes]:
        """Return everything that lies below the prefix, old versions too."""
        client, found = self.client(), {}
        told = client.list_object_versions(Bucket=self.address.bucket, Prefix=self.address.prefix)
        for each in told.get("Versions", ()):
            got = client.get_object(Bucket=self.address.bucket, Key=each["Key"], VersionId=each["VersionId"])
            found[f"{each['Key'].removeprefix(self.address.prefix)} {each['VersionId']}"] = got["Body"].read()
        return found

    def keep_versions(self) -> None:
        """Let the bucket keep old versions."""
        self.client().put_bucket_versioning(
            Bucket=self.address.bucket, VersioningConfiguration={"Status": "Enabled"}
        )

    def stop(self) -> None:
        """Take the server away."""
        if self.process is None:
            pytest.skip("a server that others started is not stopped")
        self.process.kill()
        self.process.wait()


@contextmanager
def peer() -> Iterator[Peer]:
    """Start a server with an empty bucket, or take the one that is named."""
    named = os.environ.get("QZ_TEST_S3_URL")
    if named:
        from qingzhuang.store.files.address import _read

        found = _read(named)
        yield Peer(Address(**{**_fields(found), "prefix": f"{found.prefix}{token_hex(6)}/"}))
        return
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    words = [sys.executable, "-W", "ignore", "-m", "moto.server", "--port", str(port)]
    with subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            address = _set_up(f"http://127.0.0.1:{port}")
            yield Peer(address, process)
        finally:
            process.kill()


def _set_up(endpoint: str) -> Address:
    """Make a bucket and somebody who may use it; from then on whoever else comes is refused."""
    _await(endpoint)
    iam = _other("iam", endpoint)
    iam.create_user(UserName="qz")
    iam.put_user_policy(UserName="qz", PolicyName="all", PolicyDocument=json.dumps(_ALL))
    made = iam.create_access_key(UserName="qz")["AccessKey"]
    _other("s3", endpoint).create_bucket(Bucket=BUCKET)
    requests.post(f"{endpoint}/moto-api/reset-auth", b"0", timeout=5).raise_for_status()
    return Address(
        endpoint, BUCKET, "ledger/", "us-east-1", "path", made["AccessKeyId"], made["SecretAccessKey"]
    )


def _await(endpoint: str) -> None:
    until = time.monotonic() + _PATIENCE_SECONDS
    while True:
        try:
            requests.get(f"{endpoint}/moto-api/data.json", timeout=5)
            return
        except requests.ConnectionError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)


def _other(service: str, endpoint: str) -> Any:
    how = Config(region_name="us-east-1", s3={"addressing_style": "path"})
    return Session().create_client(
        service,
        endpoint_url=endpoint,
        aws_access_key_id="x",
        aws_secret_access_key="x",  # noqa: S106 - nobody is asked yet
        config=how,
    )


def _fields(found: Address) -> dict[str, str]:
    return {name: getattr(found, name) for name in Address.__slots__}
