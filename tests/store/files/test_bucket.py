"""Files in a bucket: whole, sealed, found again, gone when they are to be gone."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from qingzhuang.store import blobs, clock
from qingzhuang.store.beside.waiting import held_back, hold, let_go
from qingzhuang.store.files.bucket import Bucket
from qingzhuang.store.files.kept import OutOfReachError
from qingzhuang.store.health import tried
from tests.s3_peer import Peer, peer

CONTENT = "编秀英 990101194503021234".encode()


def test_what_is_kept_lies_sealed_in_the_bucket_once_and_comes_back(bucket: Peer) -> None:
    digest = blobs.keep(CONTENT)
    assert blobs.keep(CONTENT) == digest
    lies = bucket.objects()
    assert [name.partition(" ")[0] for name in lies] == [f"blobs/{digest[:2]}/{digest}"]
    assert CONTENT not in b"".join(lies.values())
    assert blobs.fetch(digest) == CONTENT


def test_what_is_dropped_is_gone_and_asking_for_it_says_so(bucket: Peer) -> None:
    digest = blobs.keep(CONTENT)
    blobs.drop(digest)
    assert bucket.objects() == {}
    with pytest.raises(FileNotFoundError):
        blobs.fetch(digest)
    blobs.drop(digest)


def test_a_bucket_that_keeps_old_versions_keeps_none_of_ours(bucket: Peer) -> None:
    bucket.keep_versions()
    digest = blobs.keep(CONTENT)
    place = bucket.place()
    place.write(f"blobs/{digest[:2]}/{digest}", b"sealed anew")
    assert list(bucket.objects().values()) == [b"sealed anew"]
    blobs.drop(digest)
    assert bucket.objects() == {}


def test_what_was_changed_there_is_not_handed_out(bucket: Peer) -> None:
    digest = blobs.keep(CONTENT)
    name = f"blobs/{digest[:2]}/{digest}"
    *rest, last = bucket.place().read(name)
    bucket.place().write(name, bytes([*rest, last ^ 1]))
    with pytest.raises(blobs.ChangedError):
        blobs.fetch(digest)


def test_a_file_of_the_greatest_size_comes_back_whole(bucket: Peer) -> None:
    content = bytes(range(256)) * (20 * 2**20 // 256)
    assert blobs.fetch(blobs.keep(content)) == content


def test_what_waits_goes_after_a_day(bucket: Peer) -> None:
    now = clock.now()
    first, second = hold(CONTENT, now), hold(b"x", now)
    assert held_back(first) == CONTENT
    let_go(second)
    assert (held_back(second), held_back("../blobs")) == (None, None)
    hold(b"y", now + timedelta(days=2))
    assert held_back(first) is None


def test_more_files_than_the_server_names_at_once_are_listed_to_the_last(
    bucket: Peer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("qingzhuang.store.files.bucket.PAGE", 2)
    place = bucket.place()
    for number in range(5):
        place.write(f"many/{number}", b"x")
    found = list(place.below("many"))
    assert [each.name for each in found] == [f"many/{number}" for number in range(5)]
    assert {each.size for each in found} == {1}
    assert abs(found[0].at - datetime.now(UTC)) < timedelta(minutes=5)


@pytest.mark.parametrize(
    ("other", "code", "word"),
    [
        ({"secret": "wrong"}, "QZ-L043", "QZ_BLOB_SECRET"),
        ({"key": "AKIANOBODY0000000000"}, "QZ-L043", "QZ_BLOB_KEY"),
        ({"bucket": "another"}, "QZ-L043", "桶"),
        ({"endpoint": "http://127.0.0.1:9"}, "QZ-L042", "连不上"),
        ({"endpoint": "http://nobody.invalid"}, "QZ-L042", "连不上"),
    ],
    ids=["wrong secret", "wrong key", "no bucket", "nobody answers", "no such host"],
)
def test_what_keeps_us_out_is_said_with_a_cure_and_without_the_keys(
    bucket: Peer, other: dict[str, str], code: str, word: str
) -> None:
    at = Bucket(replace(bucket.address, **other))
    for act in (
        lambda: at.read("blobs/aa/a"),
        lambda: at.write("blobs/aa/a", b"x"),
        lambda: list(at.below("x")),
    ):
        with pytest.raises(OutOfReachError) as refused:
            act()
        problem = refused.value.problem
        assert problem.code == code
        assert word in problem.message + problem.cure
        assert at._at.secret not in str(problem)


def test_trying_out_leaves_nothing(bucket: Peer) -> None:
    tried()
    assert bucket.objects() == {}


def test_a_server_that_stops_is_out_of_reach_and_nothing_is_taken_for_lost(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with peer() as mine:
        for name, value in mine.settings.items():
            monkeypatch.setenv(name, value)
        digest = blobs.keep(CONTENT)
        mine.stop()
        for act in (lambda: blobs.fetch(digest), lambda: blobs.keep(b"more"), lambda: blobs.drop(digest)):
            with pytest.raises(OutOfReachError, match="QZ-L042"):
                act()
