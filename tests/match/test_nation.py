"""Counties send counts by slot key; whoever adds them up comes to the same, to the byte."""

import os
import shutil
from collections.abc import Iterator
from typing import Any

import pytest

from qingzhuang.match.nation import JOIN, Asked, Element, as_tsv, joined, read_tsv, told
from qingzhuang.match.vocabulary.load import default
from qingzhuang.match.whose.parse import parse
from qingzhuang.model.verdict import ItemContext

ROSTER = [("姓名", "人"), ("公民身份号码", "人"), ("手机号码", "人"), ("备注", "人"), ("帮扶干部姓名", "人")]
AGAIN = [("姓名", "人"), ("身份证号", "人"), ("墙体颜色", "户"), ("制表\t人说", "户")]


def _lines(county: str, columns: list[tuple[str, str]], times: int = 1) -> list[Asked]:
    slots = [parse(ItemContext(label, f"{county}花名册", row), default()) for label, row in columns] * times
    return told((f"{county}民政局", each) for each in slots)


def _nation() -> list[Asked]:
    return [*_lines("云泽县", ROSTER, 3), *_lines("青岭县", AGAIN), *_lines("柳河县", ROSTER + AGAIN)]


def test_a_county_tells_counts_and_no_remarks() -> None:
    lines = _lines("云泽县", ROSTER, 3)
    assert {each.count for each in lines} == {3}
    assert "备注" not in {each.label for each in lines}
    assert list(read_tsv(as_tsv(Asked, lines))) == lines == sorted(lines)


def test_one_element_of_many_wordings_is_one_line_of_the_nation() -> None:
    number = next(each for each in joined(_nation()) if each.key == "person.id_no")
    assert (number.label, number.asks, number.issuers, number.wordings) == ("公民身份号码", 6, 3, 2)


def test_a_line_that_is_none_is_named() -> None:
    with pytest.raises(ValueError, match="3"):
        list(read_tsv("key\tlabel\tcount\tissuer\na\tb\t1\tc\na\tb\tviele\tc\n"))


def test_duckdb_comes_to_the_same_bytes() -> None:
    duckdb = pytest.importorskip("duckdb")
    lines = _nation()
    with duckdb.connect() as engine:
        engine.execute("CREATE TABLE asked (key VARCHAR, label VARCHAR, count BIGINT, issuer VARCHAR)")
        engine.executemany(
            "INSERT INTO asked VALUES (?, ?, ?, ?)", [(e.key, e.label, e.count, e.issuer) for e in lines]
        )
        assert _bytes(engine.execute(JOIN).fetchall()) == as_tsv(Element, joined(lines)).encode()


@pytest.fixture(name="spark")
def _spark() -> Iterator[Any]:
    """Two workers, each a process of its own, as a nation would have more of."""
    sql = pytest.importorskip("pyspark.sql", reason="needs pyspark (requirements/bench.lock)")
    if shutil.which("java") is None:
        pytest.skip("needs a Java runtime")
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    session = (
        sql.SparkSession.builder.master("local-cluster[2,1,1024]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "4")
        .getOrCreate()
    )
    yield session
    session.stop()


@pytest.mark.spark
def test_spark_on_two_workers_comes_to_the_same_bytes(spark: Any) -> None:
    lines = _nation()
    rows = [(each.key, each.label, each.count, each.issuer) for each in lines]
    spark.createDataFrame(
        rows, "key string, label string, count bigint, issuer string"
    ).createOrReplaceTempView("asked")
    assert (
        _bytes([tuple(row) for row in spark.sql(JOIN).collect()]) == as_tsv(Element, joined(lines)).encode()
    )


def _bytes(rows: list[tuple[Any, ...]]) -> bytes:
    return as_tsv(Element, (Element(*row) for row in rows)).encode()
