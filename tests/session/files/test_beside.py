"""Notes kept beside their thread: they go with it from machine to machine, and none is lost or comes back."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop.annotations import AnnotationStore, parse_page
from desktop.paths import DataFolder, beside_path, default_seed
from desktop.session import SaveState, Session
from tests.session.executors import HeldExecutor, InlineExecutor, deliver
from tests.session.reader import Listener, highlight, said, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from desktop.annotations import Annotation

    Machine = Callable[..., Session]


@pytest.fixture
def machine(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Machine]:
    """Yield what starts the app on the machine `name`, each with its own data folder; it writes without a pause."""
    monkeypatch.setattr("desktop.session.files.saving.SHARED_MS", 0)
    started: list[Session] = []

    def start(name: str = "甲", *, beside: bool = True) -> Session:
        session = Session(DataFolder(tmp_path / "data" / name).prepare(), None, HeldExecutor(), InlineExecutor())
        session.prefer(beside=beside)
        started.append(session)
        return session

    yield start
    for session in started:
        session.stop()


@pytest.fixture
def synced(tmp_path: Path, thread: Path) -> Path:
    """Return the thread in a folder of its own, which is synced."""
    folder = tmp_path / "synced"
    folder.mkdir()
    return Path(shutil.move(thread, folder / thread.name))


def opened(session: Session, path: Path) -> Session:
    assert session.shelf.open(path)
    deliver()
    return session


def kept(path: Path) -> list[str]:
    """Return the passages that the file of notes at `path` has."""
    return sorted(one.passages[0].anchor.exact for one in parse_page(path.read_bytes()).annotations.values())


def local_files(session: Session) -> list[Path]:
    return list((session.data_folder / "annotations").iterdir())


def test_notes_are_written_beside_the_thread_and_the_second_copy_stays_here(machine: Machine, synced: Path) -> None:
    session = opened(machine(), synced)
    highlight(session, "無數的答案")
    assert session.notes_file.path == synced.with_name("讀書.txt.baijia.json")
    assert kept(beside_path(synced)) == ["無數的答案"]
    assert sorted(path.name for path in synced.parent.iterdir()) == ["讀書.txt", "讀書.txt.baijia.json"]
    assert local_files(session) == []
    [mirror] = (session.data_folder / "mirror").glob("*.json")
    assert kept(mirror) == ["無數的答案"]


def test_reading_alone_leaves_nothing_beside_the_thread(machine: Machine, synced: Path) -> None:
    opened(machine(), synced).close()
    assert list(synced.parent.iterdir()) == [synced]


def test_another_machine_finds_them_and_writes_to_them_whatever_is_wished_there(
    machine: Machine, synced: Path
) -> None:
    highlight(opened(machine("甲"), synced), "無數的答案")
    second = opened(machine("乙", beside=False), synced)
    assert (words(second), said(second)) == (["無數的答案"], None)
    highlight(second, "反而忘了讀書")
    third = opened(machine("甲"), synced)
    assert (words(third), said(third)) == (["無數的答案", "反而忘了讀書"], None)


def test_notes_made_here_before_the_file_came_are_with_those_in_it(machine: Machine, synced: Path) -> None:
    own = opened(machine("乙", beside=False), synced)
    highlight(own, "反而忘了讀書")
    own.close()
    highlight(opened(machine("甲"), synced), "無數的答案")
    again = opened(machine("乙", beside=False), synced)
    assert words(again) == ["無數的答案", "反而忘了讀書"]
    assert kept(beside_path(synced)) == ["反而忘了讀書", "無數的答案"]
    assert local_files(again) == [], "put among the backups"
    assert any(path.name.startswith("moved-") for path in (again.data_folder / "backups").rglob("*.json"))


@pytest.mark.parametrize("before", [True, False])
def test_a_file_that_comes_while_the_thread_is_open_is_gone_on_in_with_all_notes(
    machine: Machine, synced: Path, tmp_path: Path, *, before: bool
) -> None:
    highlight(opened(machine("甲"), synced), "無數的答案")
    late = beside_path(synced).rename(tmp_path / "on its way")
    own = opened(machine("乙", beside=False), synced)
    made = highlight(own, "反而忘了讀書") if before else None
    deliver()
    shutil.copy(late, beside_path(synced))
    own.notes_file.look()
    deliver()
    assert words(own) == ["無數的答案", *(["反而忘了讀書"] if before else [])]
    assert said(own) == ("annotations-diverged" if before else "notes-joined")
    assert own.notes_file.path == beside_path(synced)
    assert kept(beside_path(synced)) == sorted(words(own))
    assert local_files(own) == []
    if made:
        own.history.undo()
        assert words(own) == ["無數的答案"]
    highlight(own, "不是為了筆記")
    deliver()
    assert kept(beside_path(synced)) == sorted(words(own))
    third = opened(machine("甲"), synced)
    assert words(third) == words(own)


def test_it_is_noticed_by_itself(qtbot: QtBot, machine: Machine, synced: Path, tmp_path: Path) -> None:
    highlight(opened(machine("甲"), synced), "無數的答案")
    late = beside_path(synced).rename(tmp_path / "on its way")
    own = opened(machine("乙", beside=False), synced)
    own.begin()
    deliver()
    shutil.copy(late, beside_path(synced))
    qtbot.waitUntil(lambda: words(own) == ["無數的答案"], timeout=5_000)


def test_a_file_with_another_threads_notes_that_comes_is_let_be(machine: Machine, synced: Path, other: Path) -> None:
    highlight(opened(machine("甲"), other), "软件")
    own = opened(machine("甲", beside=False), synced)
    highlight(own, "反而忘了讀書")
    foreign = beside_path(other).read_bytes()
    beside_path(synced).write_bytes(foreign)
    own.notes_file.look()
    deliver()
    assert (words(own), said(own)) == (["反而忘了讀書"], "beside-taken")
    own.dismiss_notice()
    own.notes_file.look()
    deliver()
    assert said(own) is None, "it is told of once"
    assert beside_path(synced).read_bytes() == foreign
    highlight(own, "不是為了筆記")
    deliver()
    assert beside_path(synced).read_bytes() == foreign


def test_what_is_being_typed_when_a_file_comes_is_kept(machine: Machine, synced: Path, tmp_path: Path) -> None:
    first = opened(machine("甲"), synced)
    shared = highlight(first, "無數的答案")
    first.close()
    opened(machine("乙"), synced).close()
    late = beside_path(synced).rename(tmp_path / "on its way")
    own = opened(machine("乙", beside=False), synced)
    own.annotations.edit(shared)
    own.store.committing.connect(lambda: own.annotations.rewrite(shared, "我的話", ()))
    late.rename(beside_path(synced))
    opened(machine("甲"), synced).annotations.rewrite(shared, "你的話", ())
    own.notes_file.look()
    deliver()
    notes = parse_page(beside_path(synced).read_bytes()).annotations.values()
    assert {one.note for one in notes} == {"我的話", "你的話"}
    assert {one.note for one in own.state.notes.annotations.values()} == {"我的話", "你的話"}


def test_while_a_file_that_came_is_taken_in_none_of_its_notes_is_ever_gone_from_it(
    machine: Machine, synced: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared = highlight(opened(machine("甲"), synced), "無數的答案")
    opened(machine("乙"), synced).close()
    late = beside_path(synced).rename(tmp_path / "on its way")
    own = opened(machine("乙", beside=False), synced)
    own.annotations.edit(shared)
    own.store.committing.connect(lambda: own.annotations.rewrite(shared, "我的話", ()))
    late.rename(beside_path(synced))
    there = opened(machine("甲"), synced)
    there.annotations.rewrite(shared, "你的話", ())
    highlight(there, "反而忘了讀書")
    there.close()
    save, seen = AnnotationStore.save, list[bool]()

    def watched(
        store: AnnotationStore, notes: Mapping[str, Annotation], base: Mapping[str, Annotation], **also: bool
    ) -> Mapping[str, Annotation]:
        stored = save(store, notes, base, here_only=also["here_only"])
        seen.append("反而忘了讀書" in kept(beside_path(synced)))
        return stored

    monkeypatch.setattr(AnnotationStore, "save", watched)
    own.notes_file.look()
    deliver()
    assert seen
    assert all(seen), "killed now, the reader would have lost it"
    assert {one.note for one in own.state.notes.annotations.values()} == {"我的話", "你的話", ""}


def test_wishing_it_moves_the_open_threads_notes_at_once_and_keeps_the_steps(machine: Machine, synced: Path) -> None:
    session = opened(machine(beside=False), synced)
    highlight(session, "無數的答案")
    before = session.state.notes.annotations
    session.notes_file.keep_beside(beside=True)
    assert session.state.notes.annotations is before
    assert said(session) is None
    assert kept(beside_path(synced)) == ["無數的答案"]
    assert local_files(session) == []
    session.history.undo()
    assert kept(beside_path(synced)) == []


def test_no_longer_wishing_it_lets_the_file_that_is_there_be_used_and_says_so(machine: Machine, synced: Path) -> None:
    session = opened(machine(), synced)
    highlight(session, "無數的答案")
    session.notes_file.keep_beside(beside=False)
    assert said(session) == "beside-stays"
    highlight(session, "反而忘了讀書")
    assert kept(beside_path(synced)) == ["反而忘了讀書", "無數的答案"]


def test_a_file_taken_away_has_the_notes_back_in_the_data_folder(machine: Machine, synced: Path) -> None:
    session = opened(machine(), synced)
    highlight(session, "無數的答案")
    session.close()
    beside_path(synced).unlink()
    again = opened(machine(beside=False), synced)
    assert (words(again), said(again)) == (["無數的答案"], "annotations-vanished")
    assert len(local_files(again)) == 1
    assert not beside_path(synced).exists()


@pytest.mark.parametrize("old_comes_back", ["beside", "data folder"])
def test_what_was_deleted_stays_deleted_when_an_old_file_comes_back(
    machine: Machine, synced: Path, old_comes_back: str
) -> None:
    first = opened(machine(beside=False), synced)
    deleted = highlight(first, "無數的答案")
    first.close()
    [local] = local_files(first)
    old = local.read_bytes()
    session = opened(machine(), synced)
    highlight(session, "反而忘了讀書")
    session.annotations.delete(deleted)
    session.close()
    (local if old_comes_back == "data folder" else beside_path(synced)).write_bytes(old)
    again = opened(machine(), synced)
    assert (words(again), said(again)) == (["反而忘了讀書"], None)
    again.close()
    beside_path(synced).unlink()
    back = opened(machine(beside=False), synced)
    assert words(back) == ["反而忘了讀書"]


def test_a_thread_moved_with_its_notes_has_them_on_any_machine(
    machine: Machine, synced: Path, tmp_path: Path
) -> None:
    highlight(opened(machine("甲"), synced), "無數的答案")
    moved = Path(shutil.move(synced.parent, tmp_path / "elsewhere")) / synced.name
    for name in ("甲", "乙"):
        session = opened(machine(name, beside=False), moved)
        assert (words(session), said(session)) == (["無數的答案"], None)
        assert session.notes_file.path == beside_path(moved)


def test_a_thread_renamed_without_its_notes_takes_them_along(machine: Machine, synced: Path) -> None:
    session = opened(machine(), synced)
    highlight(session, "無數的答案")
    session.close()
    renamed = synced.rename(synced.with_name("新.txt"))
    again = opened(machine(beside=False), renamed)
    assert (words(again), said(again)) == (["無數的答案"], None)
    assert sorted(path.name for path in synced.parent.iterdir()) == ["新.txt", "新.txt.baijia.json"]


def test_an_edited_thread_keeps_the_notes_beside_it_on_a_machine_that_never_saw_the_old_text(
    machine: Machine, synced: Path
) -> None:
    highlight(opened(machine("甲"), synced), "反而忘了讀書")
    synced.write_text(synced.read_text("utf-8").replace("我們打開網路", "今天我們打開了網路"), "utf-8")
    session = opened(machine("乙", beside=False), synced)
    assert (words(session), said(session)) == (["反而忘了讀書"], "notes-found")
    session.close()
    again = opened(machine("甲"), synced)
    assert words(again) == ["反而忘了讀書"]
    assert len(list((again.data_folder / "mirror").glob("*.json"))) == 1


def test_another_thread_under_the_name_leaves_the_notes_of_the_first_alone(
    machine: Machine, synced: Path, other: Path
) -> None:
    highlight(opened(machine("甲"), synced), "無數的答案")
    before = beside_path(synced).read_bytes()
    synced.write_bytes(other.read_bytes())
    session = opened(machine("甲"), synced)
    assert (words(session), said(session)) == ([], "beside-taken")
    highlight(session, "软件")
    assert len(local_files(session)) == 1
    assert beside_path(synced).read_bytes() == before


def test_notes_on_a_text_that_was_never_here_are_taken_for_this_threads_and_listed(
    machine: Machine, synced: Path, other: Path
) -> None:
    made = highlight(opened(machine("甲"), synced), "無數的答案")
    synced.write_bytes(other.read_bytes())
    session = opened(machine("乙"), synced)
    assert (list(session.state.notes.annotations), words(session), said(session)) == ([made], [], "notes-lost")


def test_a_conflicted_copy_beside_the_thread_is_absorbed(machine: Machine, synced: Path) -> None:
    highlight(opened(machine("甲"), synced), "無數的答案")
    common = beside_path(synced).read_bytes()
    highlight(opened(machine("甲"), synced), "反而忘了讀書")
    theirs = beside_path(synced).read_bytes()
    beside_path(synced).write_bytes(common)
    highlight(opened(machine("乙"), synced), "不是為了筆記")
    stray = synced.with_name("讀書.txt.baijia (甲's conflicted copy 2026-11-23).json")
    stray.write_bytes(theirs)
    session = opened(machine("乙"), synced)
    assert words(session) == ["無數的答案", "反而忘了讀書", "不是為了筆記"]
    assert not stray.exists()
    assert kept(beside_path(synced)) == sorted(words(session))


def test_a_damaged_file_beside_the_thread_is_set_aside_and_made_good(machine: Machine, synced: Path) -> None:
    session = opened(machine(), synced)
    highlight(session, "無數的答案")
    session.close()
    beside_path(synced).write_bytes(b'{"type": ')
    again = opened(machine(), synced)
    assert (words(again), said(again)) == (["無數的答案"], "annotations-damaged")
    assert kept(beside_path(synced)) == ["無數的答案"]
    assert [path.read_bytes() for path in synced.parent.glob("*.damaged-*")] == [b'{"type": ']


def unwritable(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Have nothing written in `folder`, for root too."""
    from desktop.annotations.storage import durable
    from desktop.session.files import locations

    def refuse(make: Callable[..., object]) -> Callable[..., object]:
        def guarded(*given: object, dir: Path, **options: object) -> object:  # noqa: A002 (tempfile's own name)
            if Path(dir) == folder:
                raise PermissionError(13, "Permission denied")
            return make(*given, dir=dir, **options)

        return guarded

    monkeypatch.setattr(durable, "mkstemp", refuse(durable.mkstemp))
    monkeypatch.setattr(locations, "TemporaryFile", refuse(locations.TemporaryFile))


def test_in_a_folder_that_cannot_be_written_to_the_notes_are_in_the_data_folder(
    machine: Machine, synced: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unwritable(monkeypatch, synced.parent)
    session = opened(machine(), synced)
    assert said(session) == "beside-unwritable"
    highlight(session, "無數的答案")
    deliver()
    assert session.close() is None
    assert len(local_files(session)) == 1
    monkeypatch.undo()
    again = opened(machine(), synced)
    assert (words(again), said(again)) == (["無數的答案"], None)
    assert kept(beside_path(synced)) == ["無數的答案"]


def test_notes_in_a_folder_that_can_only_be_read_are_shown_and_go_on_in_the_data_folder(
    machine: Machine, synced: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    highlight(opened(machine("甲"), synced), "無數的答案")
    before = beside_path(synced).read_bytes()
    unwritable(monkeypatch, synced.parent)
    for made in ("反而忘了讀書", "不是為了筆記"):
        session = opened(machine("乙"), synced)
        assert said(session) == "beside-unwritable"
        highlight(session, made)
        assert session.close() is None
    assert words(opened(machine("乙"), synced)) == ["無數的答案", "反而忘了讀書", "不是為了筆記"]
    assert beside_path(synced).read_bytes() == before


def test_a_name_too_long_for_a_longer_one_has_its_notes_in_the_data_folder(machine: Machine, synced: Path) -> None:
    long = synced.rename(synced.with_name(f"{'讀' * 80}.txt"))
    session = opened(machine(), long)
    assert said(session) == "beside-unwritable"
    highlight(session, "無數的答案")
    assert session.close() is None
    assert len(local_files(session)) == 1


def test_nothing_is_written_beside_a_thread_that_came_with_the_app(machine: Machine) -> None:
    session = opened(machine(), default_seed())
    highlight(session, "戰略家")
    assert session.notes_file.path is not None
    assert session.notes_file.path.parent.parent == session.data_folder
    assert not beside_path(default_seed()).exists()


def test_what_is_not_saved_yet_stays_where_it_is_until_it_is(
    machine: Machine, synced: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = opened(machine(beside=False), synced)
    with monkeypatch.context() as patch:
        patch.setattr("desktop.annotations.storage.durable.os.replace", _full)
        highlight(session, "無數的答案")
        deliver()
        session.notes_file.keep_beside(beside=True)
        assert words(session) == ["無數的答案"]
    assert session.close() is None
    assert words(opened(machine(), synced)) == ["無數的答案"]
    assert kept(beside_path(synced)) == ["無數的答案"]


def _full(*_paths: object) -> None:
    raise OSError(28, "No space left on device")


def test_a_newer_versions_file_beside_the_thread_is_read_and_not_written(machine: Machine, synced: Path) -> None:
    highlight(opened(machine("甲"), synced), "無數的答案")
    page = json.loads(beside_path(synced).read_bytes())
    page["baijia:minReader"] += 1
    beside_path(synced).write_text(json.dumps(page), "utf-8")
    before = beside_path(synced).read_bytes()
    session = opened(machine("乙"), synced)
    assert (words(session), said(session), session.state.notes.read_only) == (
        ["無數的答案"],
        "annotations-newer",
        True,
    )
    assert session.close() is None
    assert beside_path(synced).read_bytes() == before


def test_two_machines_that_read_at_the_same_time_see_each_others_notes(machine: Machine, synced: Path) -> None:
    first, second = opened(machine("甲"), synced), opened(machine("乙"), synced)
    highlight(first, "無數的答案")
    deliver()
    highlight(second, "反而忘了讀書")
    deliver()
    assert words(second) == ["無數的答案", "反而忘了讀書"]
    first.notes_file.look()
    deliver()
    assert words(first) == words(second)
    assert kept(beside_path(synced)) == sorted(words(first))


def stamp(path: Path) -> tuple[int, int]:
    """Return what is another after each write."""
    return path.stat().st_mtime_ns, path.stat().st_ino


def test_two_machines_that_only_lie_open_write_nothing(machine: Machine, synced: Path) -> None:
    first = opened(machine("甲"), synced)
    second = opened(machine("乙"), synced)
    highlight(first, "無數的答案")
    deliver()
    second.notes_file.look()
    deliver()
    before = stamp(beside_path(synced))
    for session in (first, second) * 3:
        session.notes_file.look()
        deliver()
    assert stamp(beside_path(synced)) == before
    assert words(second) == ["無數的答案"]
    for session in (first, second):
        assert session.close() is None
    assert stamp(beside_path(synced)) == before


def test_what_another_machine_wrote_is_taken_in_without_a_word_of_saving(machine: Machine, synced: Path) -> None:
    first, second = opened(machine("甲"), synced), opened(machine("乙"), synced)
    highlight(first, "無數的答案")
    deliver()
    listener = Listener(second)
    second.notes_file.look()
    deliver()
    assert words(second) == ["無數的答案"]
    assert {new.saving for _, new in listener.heard} == {SaveState.SAVED}
    [mirror] = (second.data_folder / "mirror").glob("*.json")
    assert kept(mirror) == ["無數的答案"]


def test_no_machine_says_in_the_file_where_its_thread_lies_and_each_knows_it(
    machine: Machine, synced: Path, tmp_path: Path
) -> None:
    first = opened(machine("甲"), synced)
    highlight(first, "無數的答案")
    highlight(first, "反而忘了讀書")
    assert first.close() is None
    elsewhere = Path(shutil.copytree(synced.parent, tmp_path / "elsewhere")) / synced.name
    opened(machine("乙"), elsewhere).close()
    for path in (synced, elsewhere):
        assert str(path.parent).encode() not in beside_path(path).read_bytes()
        beside_path(path).unlink()
        changed = path.read_text("utf-8").replace("我們打開網路", "今天我們打開了網路")
        path.write_text(changed, "utf-8")
    for name, path in (("甲", synced), ("乙", elsewhere)):
        again = opened(machine(name, beside=False), path)
        assert words(again) == ["無數的答案", "反而忘了讀書"], "by its place, for the text is another"


def marked_unhurried(machine: Machine, thread: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Session, str]:
    """Return a session on `thread` and the id of a mark that is saved, where the shared file is written as in use."""
    monkeypatch.setattr("desktop.session.files.saving.SHARED_MS", 2_000)
    session = opened(machine(), thread)
    made = highlight(session, "無數的答案")
    deliver()
    return session, made


def test_what_is_typed_is_here_at_once_and_in_the_shared_file_when_one_leaves(
    machine: Machine, synced: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, made = marked_unhurried(machine, synced, monkeypatch)
    [mirror] = (session.data_folder / "mirror").glob("*.json")
    for note in ("存", "存疑"):
        session.annotations.rewrite(made, note, (), typing=True)
        deliver()
        assert (noted(mirror), noted(beside_path(synced))) == ([note], [""])
        assert session.state.saving is SaveState.SAVING
    assert session.close() is None
    assert noted(beside_path(synced)) == ["存疑"]


def test_what_was_here_alone_when_the_machine_died_is_in_the_shared_file_at_the_next_start(
    machine: Machine, synced: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, made = marked_unhurried(machine, synced, monkeypatch)
    session.annotations.rewrite(made, "存疑", (), typing=True)
    deliver()
    assert noted(beside_path(synced)) == [""]
    again = opened(machine(), synced)
    assert [one.note for one in again.state.notes.annotations.values()] == ["存疑"]
    assert (noted(beside_path(synced)), said(again)) == (["存疑"], None)


@pytest.mark.parametrize("beside", [False, True])
def test_nothing_is_said_to_be_gone_while_the_notes_lie_beside_another_copy(
    machine: Machine, synced: Path, tmp_path: Path, *, beside: bool
) -> None:
    session = opened(machine(), synced)
    highlight(session, "無數的答案")
    deliver()
    copy = tmp_path / "t2" / synced.name
    copy.parent.mkdir()
    shutil.copy(synced, copy)
    session.notes_file.keep_beside(beside=beside)
    session.dismiss_notice()
    opened(session, copy)
    assert (words(session), said(session)) == (["無數的答案"], None)
    highlight(session, "反而忘了讀書")
    opened(session, synced)
    assert (words(session), said(session)) == (["無數的答案", "反而忘了讀書"], None)


def test_a_thread_that_was_moved_without_its_notes_has_them_and_nothing_is_said_to_be_gone(
    machine: Machine, synced: Path, tmp_path: Path
) -> None:
    session = opened(machine(), synced)
    highlight(session, "無數的答案")
    session.close()
    moved = Path(shutil.move(synced, tmp_path / "moved.txt"))
    again = opened(machine(beside=False), moved)
    assert (words(again), said(again)) == (["無數的答案"], None)


def test_notes_are_copied_from_beside_another_thread_and_nothing_is_said_to_be_gone(
    machine: Machine, synced: Path, tmp_path: Path
) -> None:
    session = opened(machine(), synced)
    highlight(session, "無數的答案")
    deliver()
    alike = tmp_path / "alike.txt"
    alike.write_text(synced.read_text("utf-8").replace("我們打開網路", "今天我們打開了網路"), "utf-8")
    session.notes_file.keep_beside(beside=False)
    opened(session, alike)
    highlight(session, "反而忘了讀書")
    deliver()
    assert session.state.notes.similar is not None
    session.notes_file.adopt()
    assert (words(session), said(session)) == (["無數的答案", "反而忘了讀書"], "notes-copied")


def test_another_threads_file_in_the_old_place_does_not_stand_for_one_that_is_gone(
    machine: Machine, synced: Path, other: Path, tmp_path: Path
) -> None:
    highlight(opened(machine("乙"), other), "软件")
    session = opened(machine(), synced)
    highlight(session, "無數的答案")
    session.close()
    copy = Path(shutil.copy(synced, tmp_path / "copy.txt"))
    shutil.copy(beside_path(other), beside_path(synced))
    again = opened(machine(beside=False), copy)
    assert (words(again), said(again)) == (["無數的答案"], "annotations-vanished")


def noted(path: Path) -> list[str]:
    """Return the notes in the file at `path`."""
    return sorted(one.note for one in parse_page(path.read_bytes()).annotations.values())
