"""Which notes belong to a thread: through edits, moves, renames and copies, and never to another thread."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from desktop.annotations.recognition.identity import Ground, another, identify
from tests.annotations.archive import Archive
from tests.annotations.threads import dice, edited, long_thread, paragraph

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.annotations.recognition.identity import NotesMatch

THREAD = long_thread(1)


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path)


def told(match: NotesMatch | None) -> tuple[str, Ground, bool] | None:
    return None if match is None else (match.entry.name, match.ground, match.certain)


def test_where_there_are_no_notes_none_are_found(archive: Archive) -> None:
    assert identify(archive.write("a.txt", THREAD), archive.catalogue()) is None


def test_the_same_text_has_its_notes_wherever_it_lies(archive: Archive) -> None:
    name = archive.annotate(archive.write("a.txt", THREAD))
    for other in ("a.txt", "renamed.txt"):
        assert told(identify(archive.write(other, THREAD), archive.catalogue())) == (name, Ground.TEXT, True)


@pytest.mark.parametrize("share", [0.0, 0.1, 0.3])
def test_a_file_that_was_edited_in_its_place_keeps_its_notes(archive: Archive, share: float) -> None:
    name = archive.annotate(archive.write("a.txt", THREAD))
    document = archive.write("a.txt", edited(THREAD, 5, share) + "\n又及。\n")
    assert told(identify(document, archive.catalogue())) == (name, Ground.PATH, True)


def test_a_place_that_the_system_does_not_tell_of_is_asked_about_and_costs_nothing_else(archive: Archive) -> None:
    name = archive.annotate(archive.write("a.txt", THREAD))
    path = archive.folder / name
    raw = json.loads(path.read_bytes())
    raw["baijia:source"]["path"] = f"/{'長' * 200}/a.txt"
    path.write_text(json.dumps(raw), "utf-8")
    document = archive.write("b.txt", THREAD + "\n又及。\n")
    assert told(identify(document, archive.catalogue())) == (name, Ground.ALIKE, False)


def test_another_file_on_the_same_text_or_in_the_same_place_is_found_too(archive: Archive) -> None:
    first = archive.annotate(archive.write("a.txt", THREAD))
    later = THREAD + "\n又及。\n"
    second = archive.annotate(archive.write("b.txt", later))
    document = archive.write("a.txt", later)
    assert told(identify(document, archive.catalogue())) == (second, Ground.TEXT, True)
    assert told(another(document, archive.catalogue(), {second})) == (first, Ground.PATH, False)
    archive.follow(first, document)
    assert told(another(document, archive.catalogue(), {second})) == (first, Ground.TEXT, False)
    assert another(document, archive.catalogue(), {first, second}) is None
    assert another(archive.write("c.txt", long_thread(7)), archive.catalogue(), ()) is None


def test_doubtful_notes_in_the_same_place_are_found_beside_those_in_use_unless_declined(archive: Archive) -> None:
    old = archive.annotate(archive.write("a.txt", THREAD))
    document = archive.write("a.txt", edited(THREAD, 5, 0.75))
    assert told(identify(document, archive.catalogue())) == (old, Ground.PATH, False)
    new = archive.annotate(document)
    assert told(identify(document, archive.catalogue())) == (new, Ground.TEXT, True)
    assert told(another(document, archive.catalogue(), {new})) == (old, Ground.PATH, False)
    assert another(document, archive.catalogue(), {new}, {old}) is None


def test_edits_add_up_and_the_notes_stay(archive: Archive) -> None:
    text, name = THREAD, archive.annotate(archive.write("a.txt", THREAD))
    for seed in range(12):
        text = edited(text, seed, 0.2)
        document = archive.write("a.txt", text)
        assert told(identify(document, archive.catalogue())) == (name, Ground.PATH, True)
        archive.follow(name, document)
    assert told(identify(archive.write("a.txt", THREAD), archive.catalogue())) == (name, Ground.TEXT, True)


def test_an_old_copy_of_what_was_edited_since_is_asked_about(archive: Archive) -> None:
    name = archive.annotate(archive.write("a.txt", THREAD))
    later = archive.write("a.txt", edited(THREAD, 1, 0.2))
    archive.follow(name, later)
    old = archive.write("old copy.txt", THREAD)
    assert told(identify(old, archive.catalogue())) == (name, Ground.TEXT, False)
    later.path.unlink()
    assert told(identify(old, archive.catalogue())) == (name, Ground.TEXT, True)


def test_a_thread_that_more_answers_came_to_is_the_same_thread(archive: Archive) -> None:
    name = archive.annotate(archive.write("a.txt", THREAD))
    grown = THREAD + long_thread(9, answers=40, title="")
    assert told(identify(archive.write("a.txt", grown), archive.catalogue())) == (name, Ground.PATH, True)


def test_a_file_converted_to_the_other_script_in_its_place_keeps_its_notes(archive: Archive) -> None:
    text = THREAD.replace("學", "学").replace("國", "国").replace("風", "风").replace("書", "书")
    name = archive.annotate(archive.write("a.txt", THREAD))
    assert told(identify(archive.write("a.txt", text), archive.catalogue())) == (name, Ground.PATH, True)


def test_another_thread_under_an_old_name_has_no_notes(archive: Archive) -> None:
    archive.annotate(archive.write("a.txt", THREAD))
    assert identify(archive.write("a.txt", long_thread(2)), archive.catalogue()) is None


def test_a_thread_mostly_rewritten_in_its_place_is_asked_about(archive: Archive) -> None:
    name = archive.annotate(archive.write("a.txt", THREAD))
    document = archive.write("a.txt", edited(THREAD, 5, 0.7))
    assert told(identify(document, archive.catalogue())) == (name, Ground.PATH, False)


def test_a_thread_moved_and_edited_a_little_keeps_its_notes(archive: Archive) -> None:
    old = archive.write("a.txt", THREAD)
    name = archive.annotate(old)
    old.path.unlink()
    document = archive.write("b.txt", edited(THREAD, 5, 0.04) + "\n又及，補充一句話。\n")
    assert told(identify(document, archive.catalogue())) == (name, Ground.ALIKE, True)


def test_a_thread_moved_and_edited_much_is_asked_about(archive: Archive) -> None:
    old = archive.write("a.txt", THREAD)
    name = archive.annotate(old)
    old.path.unlink()
    document = archive.write("b.txt", edited(THREAD, 5, 0.3))
    assert told(identify(document, archive.catalogue())) == (name, Ground.ALIKE, False)


def test_an_edited_copy_is_asked_about_as_long_as_the_original_is_there(archive: Archive) -> None:
    name = archive.annotate(archive.write("a.txt", THREAD))
    document = archive.write("copy.txt", THREAD + "\n又及，補充一句話。\n")
    assert told(identify(document, archive.catalogue())) == (name, Ground.ALIKE, False)


def template(week: int, share: float) -> str:
    """Return a weekly thread: `share` of its paragraphs are the same every week, and its title but for the number."""
    same, own = dice(0), dice(week)
    chance = dice(99)
    lines = [paragraph(same) if chance.random() < share else paragraph(own) for _ in range(60)]
    return "\n\n".join([f"第{week}週：本週大家在讀什麼書呢？", "版主", *lines]) + "\n"


@pytest.mark.parametrize("share", [0.1, 0.5, 0.8, 0.95])
def test_threads_off_one_template_are_never_taken_for_one_another(archive: Archive, share: float) -> None:
    weeks = [archive.write(f"week {week}.txt", template(week, share)) for week in range(1, 6)]
    names = [archive.annotate(week) for week in weeks]
    for week in weeks:
        week.path.unlink()
    match = identify(archive.write("week 6.txt", template(6, share)), archive.catalogue())
    assert match is None or not match.certain
    again = [archive.write(f"moved {week.path.name}", week.text + "\n又及，補充一句。\n") for week in weeks]
    for document, name in zip(again, names, strict=True):
        match = identify(document, archive.catalogue())
        assert match is not None
        assert match.entry.name == name


def test_of_two_that_are_nearly_the_same_none_is_chosen_silently(archive: Archive) -> None:
    first, second = archive.write("a.txt", THREAD), archive.write("b.txt", THREAD + "\n又及，補充一句話。\n")
    for document in (first, second):
        archive.annotate(document)
        document.path.unlink()
    match = identify(archive.write("c.txt", THREAD + "\n又及，再補充一句。\n"), archive.catalogue())
    assert match is not None
    assert not match.certain


def test_what_the_reader_said_is_another_thread_is_not_asked_about_again(archive: Archive) -> None:
    name = archive.annotate(archive.write("a.txt", THREAD))
    document = archive.write("b.txt", THREAD + "\n又及。\n")
    assert identify(document, archive.catalogue()) is not None
    assert identify(document, archive.catalogue(), {name}) is None


def test_of_several_on_the_same_text_those_with_notes_come_first(archive: Archive) -> None:
    old = archive.write("a.txt", THREAD)
    name = archive.annotate(old)
    new = archive.write("a.txt", edited(THREAD, 5, 0.1))
    archive.follow(name, new)
    archive.annotate(new, notes=0)
    assert told(identify(new, archive.catalogue())) == (name, Ground.TEXT, True)


@pytest.mark.parametrize("share", [0.0, 0.3, 0.9])
def test_without_the_old_text_the_notes_in_the_same_place_are_never_passed_over(
    archive: Archive, share: float
) -> None:
    name = archive.annotate(archive.write("a.txt", THREAD), kept=False, notes=24)
    match = identify(archive.write("a.txt", edited(THREAD, 5, share) + "\n又及。\n"), archive.catalogue())
    assert told(match) == (name, Ground.PATH, share == 0.0)


def test_without_the_old_text_a_moved_thread_is_asked_about(archive: Archive) -> None:
    old = archive.write("a.txt", THREAD)
    name = archive.annotate(old, kept=False, notes=24)
    old.path.unlink()
    match = identify(archive.write("b.txt", THREAD + "\n又及。\n"), archive.catalogue())
    assert told(match) == (name, Ground.ALIKE, False)


def test_a_file_of_notes_emptied_by_the_reader_is_no_ground(archive: Archive) -> None:
    archive.annotate(archive.write("a.txt", THREAD), notes=0)
    assert identify(archive.write("a.txt", THREAD + "\n又及。\n"), archive.catalogue()) is None
