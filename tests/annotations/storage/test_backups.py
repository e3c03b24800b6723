"""Backups: one a minute, fewer the older they are, and never a bad one for a good one."""

from __future__ import annotations

import gzip
import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.annotations import dump_page
from desktop.annotations.form.page import new_page
from desktop.annotations.form.source import source_of
from desktop.annotations.storage.backups import ALWAYS_KEPT, Backups, read_backup
from tests.annotations.samples import document, samples
from tests.annotations.stores import broken, no_space

NOW = datetime(2026, 6, 15, 12, 30, tzinfo=UTC)
PAGE = replace(new_page(source_of(document())), annotations=samples(1, 2))
DATA = dump_page(PAGE)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def backups(tmp_path: Path) -> Backups:
    return Backups(tmp_path / "backups")


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(handle: int) -> None: ...

    monkeypatch.setattr(os, "fsync", nothing)


def test_what_is_kept_is_there_with_its_revision_the_newest_first(backups: Backups) -> None:
    for number in range(3):
        backups.keep(DATA, number, NOW + number * HOUR)
    assert [(backup.revision, page) for backup, page in backups.pages()] == [(2, PAGE), (1, PAGE), (0, PAGE)]
    assert [backup.revision for backup, _ in backups.pages(before=2)] == [1, 0]
    assert [backup.moment for backup in backups.all()] == [NOW + 2 * HOUR, NOW + HOUR, NOW]


def test_the_newest_is_the_one_of_the_last_save_whatever_the_clock_said(backups: Backups) -> None:
    for number, clock in enumerate((NOW, NOW + 3650 * DAY, NOW + HOUR)):
        backups.keep(DATA, number, clock)
    assert [backup.revision for backup in backups.all()] == [2, 1, 0]
    assert next(backups.pages())[0].revision == 2
    assert not backups.is_due(len(DATA), NOW + HOUR), "a clock that ran ahead once makes no backup of every save"


def test_one_is_due_after_a_minute_and_later_for_a_large_page(backups: Backups) -> None:
    assert backups.is_due(len(DATA), NOW)
    backups.keep(DATA, 1, NOW)
    due = [backups.is_due(size, NOW + timedelta(seconds=s)) for s in (59, 61) for size in (999, 1 << 20)]
    assert due == [False, False, True, False]
    assert backups.is_due(len(DATA), NOW - DAY), "a clock that was set back must not stop them"


@pytest.mark.usefixtures("quick")
def test_the_older_they_are_the_fewer_stay(backups: Backups) -> None:
    for minutes in range(60 * 24 * 60, 0, -60 * 5):  # every five hours for two months
        backups.keep(DATA, 1, NOW - timedelta(minutes=minutes))
    backups.thin(NOW)
    ages = [(NOW - backup.moment) for backup in backups.all()]
    assert sum(age <= DAY for age in ages) == 4
    days = [age for age in ages[ALWAYS_KEPT:] if age < 30 * DAY]
    assert len(days) == len({(NOW - age).date() for age in days}) > 20
    weeks = [age for age in ages if age >= 30 * DAY]
    assert len(weeks) == len({(NOW - age).isocalendar()[:2] for age in weeks}) == 5


@pytest.mark.usefixtures("quick")
def test_the_newest_stay_however_young(backups: Backups) -> None:
    for number in range(ALWAYS_KEPT + 20):
        backups.keep(DATA, number, NOW + timedelta(seconds=number))
    kept = [backup.revision for backup in backups.all()]
    assert kept[:ALWAYS_KEPT] == list(range(ALWAYS_KEPT + 19, 19, -1))
    assert len(kept) == ALWAYS_KEPT + 1


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(
    "damage", [b"", b"?", gzip.compress(DATA)[:-9], gzip.compress(b"{}", mtime=0), gzip.compress(b"[" * 9**6)]
)
def test_a_bad_backup_takes_the_place_of_no_good_one(backups: Backups, damage: bytes) -> None:
    backups.keep(DATA, 1, NOW)
    for number in range(ALWAYS_KEPT + 3):
        backups.keep(DATA, 2, NOW + timedelta(seconds=number + 1))
        backups.all()[0].path.write_bytes(damage)
    assert backups.all()[-1].moment == NOW
    assert [backup.revision for backup, _ in backups.pages()] == [1]


def test_a_backup_of_a_newer_version_is_not_used(backups: Backups) -> None:
    backups.keep(dump_page(replace(PAGE, min_reader=2)), 1, NOW)
    assert list(backups.pages()) == []


def never(_backups: Backups, _now: datetime) -> None: ...


@pytest.mark.usefixtures("quick")
def test_one_that_cannot_be_removed_keeps_no_other_from_it(backups: Backups, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as unthinned:
        unthinned.setattr(Backups, "thin", never)
        for number in range(ALWAYS_KEPT + 20):
            backups.keep(DATA, number, NOW + timedelta(seconds=number))
    unlink, stuck = Path.unlink, list[Path]()

    def fail_once(path: Path, missing_ok: bool = False) -> None:
        if not stuck:
            stuck.append(path)
            broken()
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", fail_once)
    backups.thin(NOW)
    assert stuck
    assert len(backups.all()) == ALWAYS_KEPT + 2


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    (tmp_path / "bomb").write_bytes(gzip.compress(b" " * (80 << 20)))
    assert read_backup(tmp_path / "bomb") is None


def test_what_is_no_backup_is_let_be(backups: Backups) -> None:
    backups.keep(DATA, 1, NOW)
    for name in ("notes.txt", "20261399T000000000000Z-1.json.gz", ".baijia-x.tmp"):
        (backups.folder / name).touch()
    backups.thin(NOW)
    assert (len(backups.all()), len(list(backups.folder.iterdir()))) == (1, 4)


def test_a_backup_that_fails_is_no_reason_to_fail(backups: Backups, monkeypatch: pytest.MonkeyPatch) -> None:
    backups.keep(DATA, 1, NOW)
    monkeypatch.setattr(os, "write", no_space)
    backups.keep(DATA, 2, NOW + HOUR)
    assert [backup.revision for backup in backups.all()] == [1]
