"""What facts are worth in numbers: votes as sites write them, and times."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.documents.amounts import amount_in
from desktop.documents.moments import CHINA, moment, read_moment
from desktop.session.measures import in_full, in_short
from tests.session.forums import FORUM, post, thread

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import tzinfo


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("321", 321),
        ("1,234", 1234),
        ("１２", 12),
        ("1.2 万", 12_000),
        ("1.2萬", 12_000),
        ("3.4K", 3_400),
        ("2w+", 20_000),
        ("赞同 5.6 千", 5_600),
        ("1.5亿", 150_000_000),
        ("-3", -3),
        ("3 months", 3),
        ("2 weeks", 2),
        ("5 m", 5_000_000),
        ("1,389", 1389),
        ("爆", None),
        ("", None),
        ("9" * 500, None),
    ],
)
def test_votes_are_read_as_sites_write_them(words: str, number: int | None) -> None:
    assert amount_in(words) == number


BEIJING_MORNING = datetime(2020, 11, 21, 2, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    "words",
    [
        "2020-11-21 10:12",
        "2020/11/21 10:12:00",
        "2020.11.21 10:12",
        "2020年11月21日 10:12",
        "2020年11月21日10時12分",
        "发布于 2020-11-21 10:12",
        "2020-11-21T02:12:00Z",
        "2020-11-21T02:12:00.000Z",
        "2020-11-21T10:12:00+08:00",
        "2020-11-20T18:12:00-0800",
        "Sat Nov 21 10:12:00 2020",
        "2020-11-21 02:12 UTC",
        "2020-11-21 10:12:00+08",
        "2020/11/21 上午 10:12",
        "2020-11-21, 10:12 AM",
        "20201121T021200Z",
    ],
)
def test_a_moment_is_the_same_however_it_is_written(words: str) -> None:
    found = read_moment(words)
    assert found is not None
    assert (found.when, found.has_hour) == (BEIJING_MORNING, True)


@pytest.mark.parametrize(
    "words", ["昨天", "3 小时前", "11-21 10:12", "2020-02-31", "2020-11-21 25:00", "0000-01-01", ""]
)
def test_what_names_no_day_is_no_moment(words: str) -> None:
    assert read_moment(words) is None


@pytest.mark.parametrize(
    ("words", "hour"),
    [
        ("下午 3:12", "15:12"),
        ("下午12:30", "12:30"),
        ("上午 12:30", "00:30"),
        ("凌晨 1:05", "01:05"),
        ("中午 1:05", "13:05"),
        ("中午 11:50", "11:50"),
        ("晚上 9:00", "21:00"),
        ("3:12:09 PM", "15:12"),
        ("下午 15:12", "15:12"),
    ],
)
def test_the_half_of_the_day_is_heeded(words: str, hour: str) -> None:
    assert in_full(f"2020/11/21 {words}") == f"2020-11-21 {hour}"


@pytest.fixture
def in_shanghai(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Set this computer's clock to Beijing time."""
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "Asia/Shanghai")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("in_shanghai")
def test_the_day_in_short_is_that_in_full() -> None:
    assert in_full("2020-11-21T20:12:00Z") == "2020-11-22 04:12"
    assert in_short("2020-11-21T20:12:00Z", FORUM) == "2020-11-22"
    assert in_full("2020/11/21") == in_short("2020/11/21", FORUM) == "2020-11-21"
    assert in_full("昨天") == "昨天"
    across = thread(*(post("甲乙"[n], "說。", time=f"2020-11-21T{hour}:12:00Z") for n, hour in enumerate((15, 16))))
    assert in_short("2020-11-21T16:12:00Z", across) == "2020-11-22", "the other was written the day before"


@pytest.mark.parametrize(
    ("value", "zone", "words"),
    [
        (1605924720, CHINA, "2020-11-21 10:12"),
        (1605924720, UTC, "2020-11-21T02:12:00Z"),
        (1605924720.5, UTC, "2020-11-21T02:12:00Z"),
        (1605924720000, UTC, "2020-11-21T02:12:00Z"),
        ("1605924720", CHINA, "2020-11-21 10:12"),
        ("2020-11-21T02:12:00.000Z", CHINA, "2020-11-21 10:12"),
        ("2020-11-21T02:12:00.000Z", UTC, "2020-11-21T02:12:00.000Z"),
        ("2020-11-21", CHINA, "2020-11-21"),
        ("2020", CHINA, "2020"),
        ("昨天", CHINA, "昨天"),
        ({}, CHINA, ""),
    ],
)
def test_a_container_writes_the_zone_that_it_knows(value: object, zone: tzinfo, words: str) -> None:
    assert moment(value, zone) == words


def test_an_answer_is_as_old_from_an_interface_as_from_a_page() -> None:
    here, there = (read_moment(moment(1605924720, zone)) for zone in (CHINA, UTC))
    assert here is not None
    assert there is not None
    assert here.when == there.when == BEIJING_MORNING


@given(st.text("0123456789-/:.T Z+上下午年月日時分万萬Kk,", max_size=30))
def test_no_words_are_too_odd(words: str) -> None:
    assert amount_in(words) is None or isinstance(amount_in(words), int)
    found = read_moment(words)
    assert found is None or found.shown.utcoffset() is not None


def test_a_time_in_short_is_the_day_and_on_one_day_the_hour() -> None:
    assert in_short("2020-11-21T01:00:00Z", FORUM) == "2020-11-21"
    assert in_short("昨天", FORUM) == "昨天"
    evening = thread(*(post("甲乙"[n % 2], "說。", time=f"2020-11-21 10:{n:02}") for n in range(3)))
    assert in_short("2020-11-21 10:02", evening) == "10:02"
    assert in_short("2020-11-21", evening) == "2020-11-21"
