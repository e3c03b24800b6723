"""A file that several machines share is written by who has something to add to it, and by nobody else."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from desktop.annotations import AnnotationStore, Color, HalfSavedError, How, Resolution, parse_page
from desktop.annotations.storage import durable
from tests.annotations.machines import Machine, partner_of
from tests.annotations.samples import document, noted, recoloured, sample, samples, with_first
from tests.annotations.stores import broken, edit_json

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from desktop.annotations import Annotation
    from desktop.annotations.form.lines import Fragments
    from desktop.annotations.form.page import Page

ONE, TWO, THREE = sample(1), sample(2), sample(3)


@pytest.fixture
def here(tmp_path: Path) -> Machine:
    return Machine(tmp_path, "a")


@pytest.fixture
def there(tmp_path: Path, here: Machine) -> Machine:
    """Return a machine that has what the first one has, and has said which text it has."""
    there = partner_of(here, tmp_path)
    there.store.save(there.store.load().annotations)
    there.sync_to(here)
    here.store.save(samples(1, 2))
    here.sync_to(there)
    there.store.save(samples(1, 2))
    return there


def stamp(path: Path) -> tuple[int, int]:
    """Return what is another after each write."""
    return path.stat().st_mtime_ns, path.stat().st_ino


def page(path: Path) -> Page:
    return parse_page(path.read_bytes())


def forgetful(machine: Machine) -> None:
    """Have a machine remember no earlier page, neither in memory nor as a backup."""
    machine.reopen()
    for backup in machine.store.backups.all():
        backup.path.unlink()


def notes(annotations: Mapping[str, Annotation]) -> dict[str, str]:
    return {name: one.note for name, one in annotations.items()}


def test_who_has_nothing_to_add_writes_nothing_and_its_mirror_catches_up(here: Machine, there: Machine) -> None:
    here.store.save(samples(1, 2, 3))
    here.sync_to(there)
    before, revision = stamp(there.main), page(there.main).revision
    assert there.store.save(samples(1, 2)) == samples(1, 2, 3)
    assert stamp(there.main) == before
    mirror = page(there.store.mirror)
    assert (mirror.annotations, mirror.revision) == (samples(1, 2, 3), revision)


def test_two_that_look_at_one_file_in_turn_never_write_it(here: Machine, there: Machine) -> None:
    there.store.path = here.main  # one folder for both
    here.store.save(samples(1, 2, 3))
    before = stamp(here.main)
    seen = there.store.save(samples(1, 2))
    for _ in range(3):
        assert there.store.save(seen, seen) == here.store.save(samples(1, 2, 3))
    assert stamp(here.main) == before


def test_where_a_text_lies_is_said_in_the_mirror_of_its_machine_alone(here: Machine, there: Machine) -> None:
    assert b"/threads/" not in there.main.read_bytes()
    assert page(there.store.mirror).source.all_paths == ("/threads/b.txt",)
    assert page(here.store.mirror).source.all_paths == ("/threads/a.txt",)
    there.store.save(samples(1))
    there.sync_to(here)
    here.store.load()
    assert page(here.store.mirror).source.all_paths == ("/threads/a.txt",)


def test_paths_that_an_earlier_version_wrote_into_the_file_are_still_known(here: Machine) -> None:
    here.store.save(samples(1))
    edit_json(here.main, lambda raw: raw["baijia:source"].update({"path": "/old/a.txt", "paths": ["/older/a.txt"]}))
    here.store.mirror.unlink()
    here.reopen()
    here.store.save(here.store.load().annotations)
    assert page(here.store.mirror).source.all_paths == ("/older/a.txt", "/old/a.txt", "/threads/a.txt")


def test_windows_with_two_versions_of_the_text_do_not_describe_it_in_turn_for_ever(tmp_path: Path) -> None:
    path = tmp_path / "notes.json"
    windows = [AnnotationStore(path, document=document(name, sha256=name * 64)) for name in "ab"]
    for window in windows * 2:
        window.save(samples(1))
    before = stamp(path)
    for window in windows * 2:
        window.save(samples(1))
    assert stamp(path) == before
    assert page(path).source.all_versions == ("a" * 64, "b" * 64)


def test_a_text_that_is_as_it_was_once_is_the_present_one_again(tmp_path: Path) -> None:
    path = tmp_path / "notes.json"
    for sha256 in ("a" * 64, "b" * 64, "a" * 64):
        AnnotationStore(path, document=document(sha256=sha256)).save(samples(1))
    assert page(path).source.sha256 == "a" * 64


def test_an_older_file_that_is_there_for_a_while_is_put_right_only_by_whose_words_it_lacks(
    here: Machine, there: Machine
) -> None:
    older = here.main.read_bytes()
    here.store.save(samples(1, 2, 3))
    here.sync_to(there)
    there.store.save(samples(1, 2))
    for machine in (there, here):
        machine.receive(older)
        machine.store.save(samples(1, 2, 3))
    assert there.main.read_bytes() == older
    assert page(here.main).annotations == samples(1, 2, 3)


def test_an_older_file_that_still_lies_there_at_the_next_start_is_put_right(here: Machine, there: Machine) -> None:
    older = there.main.read_bytes()
    here.store.save(samples(1, 2, 3))
    here.sync_to(there)
    there.store.save(samples(1, 2))
    there.receive(older)
    there.reopen()
    assert there.store.load().annotations == samples(1, 2, 3)
    assert page(there.main).annotations == samples(1, 2, 3)


def test_what_one_side_alone_changed_is_no_conflict_though_nobody_remembers_what_was_before(
    here: Machine, there: Machine
) -> None:
    here.store.save({**samples(1, 2), THREE.id: noted(THREE, "第一稿")})
    here.sync_to(there)
    there.store.load()
    here.store.save({**samples(1), THREE.id: noted(THREE, "第二稿")})
    there.store.save({**samples(2), ONE.id: noted(ONE, "別處"), THREE.id: noted(THREE, "第一稿")})
    forgetful(here)
    forgetful(there)
    here.sync_to(there)
    met = {ONE.id: "別處", THREE.id: "第二稿"}
    assert notes(there.store.load().annotations) == met
    there.sync_to(here)
    assert notes(here.store.load().annotations) == met


def test_a_note_deleted_on_one_side_does_not_come_back_with_a_page_that_was_written_apart(
    here: Machine, there: Machine
) -> None:
    here.store.save(samples(2))
    there.store.save(samples(1, 2, 3))
    forgetful(here)
    there.sync_to(here)
    assert here.store.load().annotations == samples(2, 3)


def test_a_note_that_was_only_found_again_elsewhere_stays_deleted(here: Machine, there: Machine) -> None:
    found = with_first(ONE, resolved=(Resolution(replace(ONE.passages[0].anchor, sha256="c1" * 32), How.QUOTE, 0.9),))
    here.store.save(samples(2))
    there.store.save({**samples(2), ONE.id: found})
    forgetful(here)
    there.sync_to(here)
    assert here.store.load().annotations == samples(2)


def test_what_both_changed_is_in_two_versions_and_settling_that_lasts(here: Machine, there: Machine) -> None:
    here.store.save({**samples(2), ONE.id: noted(ONE, "我們的")})
    there.store.save({**samples(2), ONE.id: noted(ONE, "他們的")})
    ours, theirs = here.main.read_bytes(), there.main.read_bytes()
    here.receive(theirs)
    there.receive(ours)
    merged = here.store.save({**samples(2), ONE.id: noted(ONE, "我們的")})
    assert sorted(notes(merged).values()) == ["", "他們的", "我們的"]
    assert there.store.save({**samples(2), ONE.id: noted(ONE, "他們的")}) == merged
    kept = {name: one for name, one in merged.items() if not one.conflicts_with}
    late = there.main.read_bytes()
    here.store.save(kept, merged)
    forgetful(here)
    here.receive(late)
    assert here.store.load().annotations == kept


def test_two_that_bring_the_same_together_make_the_same_and_rest(here: Machine, there: Machine) -> None:
    ours, theirs = {**samples(2), ONE.id: recoloured(ONE, Color.INDIGO)}, {**samples(2), ONE.id: noted(ONE, "疑")}
    here.store.save(ours)
    there.store.save(theirs)
    first, second = here.main.read_bytes(), there.main.read_bytes()
    here.receive(second)
    there.receive(first)
    merged = here.store.save(ours)
    assert there.store.save(theirs) == merged == {**samples(2), ONE.id: noted(recoloured(ONE, Color.INDIGO), "疑")}
    assert here.main.read_bytes() == there.main.read_bytes()
    before = stamp(here.main), stamp(there.main)
    for machine in (here, there):
        machine.store.save(merged, merged)
    assert (stamp(here.main), stamp(there.main)) == before


def test_what_a_copy_alone_has_gets_into_the_file(here: Machine, there: Machine) -> None:
    there.store.save(samples(1, 2, 3))
    there.sync_to(here, "問答.baijia (1).json")
    assert here.store.save(samples(1, 2)) == samples(1, 2, 3)
    assert page(here.main).annotations == samples(1, 2, 3)


def test_what_is_kept_here_is_in_the_mirror_and_gets_into_the_file_with_the_next_save(here: Machine) -> None:
    here.store.save(samples(1))
    before = here.main.read_bytes()
    assert here.store.save(samples(1, 2), here_only=True) == samples(1, 2)
    assert here.main.read_bytes() == before
    assert page(here.store.mirror).annotations == samples(1, 2)
    here.store.save(samples(1, 2))
    assert page(here.main).annotations == samples(1, 2)
    assert page(here.main).revision == page(here.store.mirror).revision


def test_what_was_kept_here_when_the_machine_died_gets_into_the_file_at_the_next_start(here: Machine) -> None:
    here.store.save(samples(1))
    here.store.save(samples(1, 2), here_only=True)
    here.reopen()
    assert here.store.load().annotations == samples(1, 2)
    assert page(here.main).annotations == samples(1, 2)


def test_where_the_mirror_cannot_be_written_what_is_to_be_kept_here_goes_into_the_file(
    here: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    here.store.save(samples(1))
    write = durable.write_durably

    def write_the_file_alone(path: Path, data: bytes, *, shared: bool = False) -> None:
        if path == here.store.mirror:
            broken()
        write(path, data, shared=shared)

    monkeypatch.setattr("desktop.annotations.storage.store.write_durably", write_the_file_alone)
    with pytest.raises(HalfSavedError) as caught:
        here.store.save(samples(1, 2), here_only=True)
    assert caught.value.saved == here.main
    assert page(here.main).annotations == samples(1, 2)


def test_what_a_page_says_of_its_changes_counts_for_nothing_once_an_earlier_version_has_saved_it(
    here: Machine, there: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.annotations.storage.backups._BETWEEN", timedelta())

    def save_as_an_earlier_version(raw: dict[str, dict[str, int]]) -> None:
        raw["baijia:saves"]["earlier"] = max(raw["baijia:saves"].values()) + 1

    edit_json(there.main, save_as_an_earlier_version)
    known = page(there.main)
    assert not known.changed
    assert known.changed_in(ONE.id) == known.lineage.latest
    here.store.save(samples(2))
    there.sync_to(here)
    here.reopen()
    assert here.store.load().annotations == samples(2), "by way of a backup, as before"


def test_a_mirror_that_has_the_same_as_the_file_need_not_be_parsed(
    here: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    here.store.save(samples(1, 2))
    here.reopen()
    parsed: list[bytes] = []

    def parse(data: bytes, fragments: Fragments) -> Page:
        parsed.append(data)
        return parse_page(data, fragments)

    monkeypatch.setattr("desktop.annotations.storage.copies.parse_page", parse)
    assert here.store.load().annotations == samples(1, 2)
    assert parsed == [here.main.read_bytes()]
    assert page(here.store.mirror).source.all_paths == ("/threads/a.txt",)
