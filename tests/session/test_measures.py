"""What facts are worth in numbers: votes as sites write them, and times."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.session.measures import in_short, moment_of, number_of
from tests.session.forums import FORUM, post, thread


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
        ("爆", None),
        ("", None),
        ("9" * 500, None),
    ],
)
def test_votes_are_read_as_sites_write_them(words: str, number: int | None) -> None:
    assert number_of(words) == number


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
    ],
)
def test_a_moment_is_the_same_however_it_is_written(words: str) -> None:
    assert moment_of(words) == BEIJING_MORNING


@pytest.mark.parametrize(
    "words", ["昨天", "3 小时前", "11-21 10:12", "2020-02-31", "2020-11-21 25:00", "0000-01-01", ""]
)
def test_what_names_no_day_is_no_moment(words: str) -> None:
    assert moment_of(words) is None


@given(st.text("0123456789-/:.T Z+年月日時分万萬Kk,", max_size=30))
def test_no_words_are_too_odd(words: str) -> None:
    assert number_of(words) is None or isinstance(number_of(words), int)
    moment = moment_of(words)
    assert moment is None or moment.utcoffset() is not None


def test_a_time_in_short_is_the_day_and_on_one_day_the_hour() -> None:
    assert in_short("2020-11-21T01:00:00Z", FORUM) == "2020-11-21"
    assert in_short("昨天", FORUM) == "昨天"
    evening = thread(*(post("甲乙"[n % 2], "說。", time=f"2020-11-21 10:{n:02}") for n in range(3)))
    assert in_short("2020-11-21 10:02", evening) == "10:02"
    assert in_short("2020-11-21", evening) == "2020-11-21"
