"""Two machines that sync the file: each has its own mirror, and the file is sometimes the other's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from desktop.annotations import Color, StoreReason, parse_page
from desktop.annotations.storage.backups import Backups
from tests.annotations.machines import Machine, partner_of
from tests.annotations.samples import noted, recoloured, sample, samples
from tests.annotations.stores import edit_json, reasons

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from desktop.annotations.form.lineage import Lineage

ONE, TWO, THREE = sample(1), sample(2), sample(3)


@pytest.fixture(autouse=True)
def _a_backup_of_every_save(monkeypatch: pytest.MonkeyPatch) -> None:
    def always(_backups: Backups, _size: int, _now: datetime) -> bool:
        return True

    monkeypatch.setattr(Backups, "is_due", always)


@pytest.fixture
def here(tmp_path: Path) -> Machine:
    return Machine(tmp_path, "a")


@pytest.fixture
def there(tmp_path: Path, here: Machine) -> Machine:
    """Return a machine that has what the first one has."""
    return partner_of(here, tmp_path)


def test_what_the_other_machine_wrote_on_top_of_ours_is_taken_as_it_is(here: Machine, there: Machine) -> None:
    there.store.save({**samples(3), ONE.id: noted(ONE, "改")})
    there.sync_to(here)
    here.reopen()
    loaded = here.store.load()
    assert (loaded.annotations, reasons(loaded)) == ({**samples(3), ONE.id: noted(ONE, "改")}, [])


def test_more_saves_on_one_machine_do_not_outweigh_fewer_on_the_other(here: Machine, there: Machine) -> None:
    for number in range(5):
        here.store.save({**samples(1, 2), THREE.id: noted(THREE, f"第{number}稿")})
    there.store.save(samples(1))
    there.sync_to(here)
    here.reopen()
    loaded = here.store.load()
    assert loaded.annotations == {ONE.id: ONE, THREE.id: noted(THREE, "第4稿")}
    assert reasons(loaded) == [StoreReason.DIVERGED]


def test_edits_of_two_fields_become_one(here: Machine, there: Machine) -> None:
    here.store.save({**samples(2), ONE.id: noted(ONE, "疑")})
    there.store.save({**samples(2), ONE.id: recoloured(ONE, Color.INDIGO)})
    there.sync_to(here)
    here.reopen()
    assert here.store.load().annotations == {**samples(2), ONE.id: noted(recoloured(ONE, Color.INDIGO), "疑")}


def test_edits_of_one_field_are_both_there_and_both_machines_come_to_the_same(here: Machine, there: Machine) -> None:
    here.store.save({**samples(2), ONE.id: noted(ONE, "我們的")})
    there.store.save({**samples(2), ONE.id: noted(ONE, "他們的")})
    ours, theirs = here.main.read_bytes(), there.main.read_bytes()
    here.main.write_bytes(theirs)
    there.main.write_bytes(ours)
    here.reopen()
    there.reopen()
    merged = here.store.load().annotations
    assert there.store.load().annotations == merged
    assert sorted(one.note for one in merged.values()) == sorted(["", "我們的", "他們的"])
    assert [one.conflicts_with for one in merged.values() if one.conflicts_with] == [ONE.id]
    there.sync_to(here)
    here.reopen()
    assert here.store.load().annotations == merged
    here.sync_to(there)
    there.reopen()
    loaded = there.store.load()
    assert (loaded.annotations, reasons(loaded)) == (merged, [])


def test_a_file_that_comes_from_elsewhere_while_we_work_is_merged_not_overwritten(
    here: Machine, there: Machine
) -> None:
    here.store.save(samples(1, 2, 4))
    there.store.save(samples(2, 3))
    there.sync_to(here)
    assert here.store.save(samples(1, 2, 4, 5)) == samples(2, 3, 4, 5)


def test_what_was_returned_can_be_gone_on_from_or_not(here: Machine, there: Machine) -> None:
    there.store.save(samples(1, 2, 3))
    there.sync_to(here)
    returned = here.store.save(samples(1, 2, 4))
    assert returned == samples(1, 2, 3, 4)
    assert here.store.save(samples(1, 4)) == samples(1, 3, 4), "who didn't see the third note can't have deleted it"
    seen = here.store.save(samples(1, 4))
    assert here.store.save(samples(1, 4), seen) == samples(1, 4)


def test_two_machines_that_never_met_come_together(tmp_path: Path, here: Machine) -> None:
    there = Machine(tmp_path, "b")
    here.store.save(samples(1))
    there.store.save(samples(2))
    there.sync_to(here)
    assert here.store.save(samples(1, 3)) == samples(1, 2, 3)


def test_files_that_were_both_put_back_do_not_undo_what_came_since(here: Machine) -> None:
    here.store.save(samples(1, 2))
    old = here.main.read_bytes()
    here.store.save(samples(1, 3))
    for path in (here.store.path, here.store.mirror):
        path.write_bytes(old)
    assert here.store.save(samples(1, 3, 4)) == samples(1, 3, 4)


def test_without_a_common_past_nothing_is_dropped(here: Machine, there: Machine) -> None:
    for backup in here.store.backups.all():
        backup.path.unlink()
    here.store.save({**samples(2), ONE.id: noted(ONE, "我們的")})
    there.store.save({**samples(2), ONE.id: noted(ONE, "他們的")})
    for backup in here.store.backups.all():
        backup.path.unlink()
    there.sync_to(here)
    here.reopen()
    assert sorted(one.note for one in here.store.load().annotations.values()) == sorted(["", "我們的", "他們的"])


def test_what_another_program_wrote_anew_without_our_keys_is_merged_and_never_taken_for_an_older_state(
    here: Machine,
) -> None:
    here.store.save(samples(1))

    def rewrite(page: dict[str, Any]) -> None:
        for key in ("baijia:saves", "baijia:revision"):
            del page[key]
        page["items"][0]["body"] = {"type": "TextualBody", "value": "別處寫的"}
        page["items"].append({**page["items"][0], "id": "urn:uuid:new"})

    edit_json(here.main, rewrite)
    here.reopen()
    notes = [one.note for one in here.store.load().annotations.values()]
    assert notes.count("別處寫的") == 2
    here.store.save({**here.store.load().annotations, **samples(2)})
    here.reopen()
    notes = [one.note for one in here.store.load().annotations.values()]
    assert notes.count("別處寫的") == 2


def test_a_page_that_was_merged_says_what_both_machines_knew_of_its_text(here: Machine, there: Machine) -> None:
    edit_json(here.main, lambda page: page["baijia:source"].update({"x-here": 1}))
    here.reopen()
    here.store.save(samples(1, 2, 3))
    there.store.save(samples(1))
    before = [parse_page(machine.main.read_bytes()).source for machine in (here, there)]
    there.sync_to(here)
    here.reopen()
    here.store.load()
    source = parse_page(here.main.read_bytes()).source
    assert {version for old in before for version in old.all_versions} <= set(source.all_versions)
    assert {path for old in before for path in old.all_paths} <= set(source.all_paths)
    assert source.extra == {"x-here": 1}


def test_saves_that_others_numbered_out_of_all_reason_do_not_push_ours_out(here: Machine) -> None:
    here.store.save(samples(1, 2))
    edit_json(here.main, lambda page: page["baijia:saves"].update({f"{n}": 10**12 + n for n in range(1_000)}))
    here.reopen()
    here.store.load()
    lineages: list[Lineage] = []
    for numbers in ((1,), (1, 3)):
        here.store.save(samples(*numbers))
        lineages.append(parse_page(here.main.read_bytes()).lineage)
    first, second = lineages
    assert second.includes(first)
    assert not first.includes(second)
