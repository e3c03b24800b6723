"""What a reader said of lines is kept in the file of notes, and whoever writes there loses nothing of it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from desktop.annotations import dump_page, parse_page
from desktop.annotations.form.naming import AUTHORS
from desktop.annotations.form.page import new_page
from desktop.annotations.form.source import Source
from desktop.annotations.storage.backups import Backups
from desktop.documents.naming import KnownLines, Naming, joined, said_of
from tests.annotations.machines import Machine, partner_of
from tests.annotations.samples import sample, samples
from tests.annotations.stores import edit_json, opened, reasons, reloaded

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.annotations import AnnotationStore

LINES = ["題", "某甲", "一", "某乙", "二"]
NOON = datetime(2026, 1, 2, 12, tzinfo=UTC)


def said(number: int, *, is_name: bool | None = True, hour: int = 0) -> Naming:
    """Return what is said of a line, so many hours after noon."""
    return said_of([number], KnownLines(LINES), is_name=is_name, now=NOON + timedelta(hours=hour), before=())


@pytest.fixture
def here(tmp_path: Path) -> Machine:
    return Machine(tmp_path, "a")


@pytest.fixture
def there(tmp_path: Path, here: Machine) -> Machine:
    """Return a machine that has what the first one has."""
    return partner_of(here, tmp_path)


def test_what_was_said_is_loaded_from_two_equal_files(store: AnnotationStore) -> None:
    store.save({}, naming=said(1))
    assert reloaded(store).naming == said(1)
    assert store.path.read_bytes() == store.mirror.read_bytes()


def test_a_save_that_says_nothing_of_lines_forgets_nothing(store: AnnotationStore) -> None:
    store.save({}, naming=said(1))
    store.save(samples(1))
    assert (reloaded(store).naming, store.naming) == (said(1), said(1))
    assert reloaded(store).annotations == samples(1)


def test_who_says_nothing_new_writes_nothing(store: AnnotationStore, tmp_path: Path) -> None:
    store.save(samples(1), naming=said(1))
    before = store.path.stat().st_mtime_ns
    other = opened(tmp_path)
    other.load()
    other.save(samples(1), naming=said(1))
    assert store.path.stat().st_mtime_ns == before


def test_two_windows_lose_nothing_of_each_other(store: AnnotationStore, tmp_path: Path) -> None:
    other = opened(tmp_path)
    store.save(samples(1), naming=said(1))
    other.save({}, naming=joined(said(1, is_name=False, hour=1), said(3)))
    assert store.save(samples(1), naming=said(1)) == samples(1)
    assert reloaded(store).naming == store.naming == joined(said(1, is_name=False, hour=1), said(3))


def test_two_machines_come_to_the_same(here: Machine, there: Machine) -> None:
    here.store.save(samples(1, 2), naming=joined(said(1), said(3, hour=2)))
    there.store.save({**samples(1, 2), sample(3).id: sample(3)}, naming=said(3, is_name=False, hour=1))
    ours, theirs = here.main.read_bytes(), there.main.read_bytes()
    here.receive(theirs)
    there.receive(ours)
    for machine in (here, there):
        machine.reopen()
    first, second = here.store.load(), there.store.load()
    assert first.naming == second.naming == joined(said(1), said(3, hour=2))
    assert first.annotations == second.annotations == samples(1, 2, 3)
    assert reasons(first) == reasons(second)


def test_what_a_conflicted_copy_says_is_taken_in(here: Machine, there: Machine) -> None:
    there.store.save(samples(1, 2), naming=said(3))
    here.store.save(samples(1, 2), naming=said(1))
    there.sync_to(here, "問答.baijia (1).json")
    here.reopen()
    here.store.load()
    assert here.opened().load().naming == joined(said(1), said(3))


def test_a_damaged_file_takes_it_from_the_mirror(store: AnnotationStore) -> None:
    store.save({}, naming=said(1))
    store.path.write_bytes(b"{")
    assert reloaded(store).naming == said(1)


def test_a_backup_has_it(store: AnnotationStore, monkeypatch: pytest.MonkeyPatch) -> None:
    def always(_backups: Backups, _size: int, _now: datetime) -> bool:
        return True

    monkeypatch.setattr(Backups, "is_due", always)
    store.save({}, naming=said(1))
    store.path.write_bytes(b"{")
    store.mirror.write_bytes(b"{")
    assert reloaded(store).naming == said(1)


def test_what_a_later_version_says_of_a_line_survives(store: AnnotationStore) -> None:
    store.save({}, naming=said(1))
    key = said(1)[0].id

    def newer(page: dict[str, dict[str, dict[str, object]]]) -> None:
        page[AUTHORS][key]["role"] = "moderator"
        page[AUTHORS]["9"] = {"isName": "perhaps"}

    edit_json(store.path, newer)
    store.mirror.write_bytes(store.path.read_bytes())
    again = opened(store.path.parents[1])
    again.load()
    again.save(samples(1), naming=joined(again.naming, said(3)))
    entries = json.loads(store.path.read_bytes())[AUTHORS]
    assert entries[key]["role"] == "moderator"
    assert entries["9"] == {"isName": "perhaps"}
    assert len(entries) == 3


@pytest.mark.parametrize("last", ["9999-12-31T23:59:59.999999Z", "9999-12-31T22:59:59.999999Z"])
def test_what_is_said_after_the_end_of_time_holds(store: AnnotationStore, last: str) -> None:
    store.save({}, naming=said(1))

    def at_last(page: dict[str, dict[str, dict[str, object]]]) -> None:
        page[AUTHORS][said(1)[0].id] |= {"said": last, "modified": last}

    edit_json(store.path, at_last)
    store.mirror.write_bytes(store.path.read_bytes())
    first = reloaded(store).naming
    second = said_of([1], KnownLines(LINES), is_name=False, now=NOON, before=first)
    page = parse_page(dump_page(replace(new_page(Source("urn:uuid:0")), naming=second)))
    assert joined(first, page.naming) == second


def test_a_page_reads_as_it_was_written_and_says_nothing_where_nothing_was_said() -> None:
    page = new_page(Source("urn:uuid:0"))
    assert AUTHORS.encode() not in dump_page(page)
    told = replace(page, naming=joined(said(1), said(3, is_name=None)))
    assert parse_page(dump_page(told)) == told


def test_what_is_no_object_is_kept_as_it_came() -> None:
    data = dump_page(new_page(Source("urn:uuid:0"))).replace(b' "items"', b' "baijia:authors": [1],\n "items"')
    page = parse_page(data)
    assert (page.naming, json.loads(dump_page(page))[AUTHORS]) == ((), [1])
