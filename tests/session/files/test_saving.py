"""The saver: the latest set is what is written, and what could not be written is neither forgotten nor hushed up."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer

from desktop.annotations import Annotation, AnnotationStore, HalfSavedError, StoreError
from desktop.session import SaveState
from desktop.session.failure import Failure, Obstacle, failure
from desktop.session.files.saving import Saver
from tests.annotations.samples import samples
from tests.disposal import dispose
from tests.session.executors import HeldExecutor, InlineExecutor, deliver

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from concurrent.futures import Executor

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from desktop.documents.chosen_names import NameChoices
    from desktop.documents.naming import Naming

NOT_SAVED = "no space left on device"


class Store(AnnotationStore):
    """Keeps every set that it is given; while `trouble` is set, it raises that instead."""

    def __init__(self, name: str) -> None:
        super().__init__(Path(name))
        self.saved: list[Mapping[str, Annotation]] = []
        self.tried = 0
        self.trouble: Exception | None = None

    def save(
        self,
        annotations: Mapping[str, Annotation],
        base: Mapping[str, Annotation] | None = None,  # noqa: ARG002 (as the store has it)
        *,
        naming: Naming = (),  # noqa: ARG002
        names: NameChoices = (),  # noqa: ARG002
        here_only: bool = False,
    ) -> Mapping[str, Annotation]:
        """Keep `annotations`, or raise."""
        assert not here_only
        self.tried += 1
        if self.trouble is not None:
            raise self.trouble
        self.saved.append(annotations)
        return annotations


@dataclass
class Heard:
    """What a saver has said so far."""

    states: list[SaveState] = field(default_factory=list[SaveState])
    reasons: list[Failure] = field(default_factory=list[Failure])


_MADE: list[Saver] = []


@pytest.fixture(autouse=True)
def _none_tries_again() -> Iterator[None]:
    """Have no saver of a test try again, and fail, while another test runs."""
    yield
    for saver in _MADE:
        for timer in saver.findChildren(QTimer):
            timer.stop()
        dispose(saver)
    _MADE.clear()


def listening(executor: Executor) -> tuple[Saver, Heard]:
    """Return a saver that works on `executor`, and what it says."""
    saver, heard = Saver(None, executor), Heard()
    _MADE.append(saver)
    saver.changed.connect(heard.states.append)
    saver.failed.connect(heard.reasons.append)
    return saver, heard


def retry_at_once(saver: Saver) -> None:
    """Have what failed tried again without the pause of five seconds."""
    timer = saver.findChild(QTimer)
    assert isinstance(timer, QTimer)
    timer.setInterval(0)


@pytest.fixture
def full(qapp: QApplication) -> Store:
    """Return a store on a full disk."""
    store = Store("full.json")
    store.trouble = OSError(NOT_SAVED)
    return store


ONE, TWO, THREE = samples(1), samples(1, 2), samples(1, 2, 3)


def test_of_the_sets_that_wait_the_latest_is_written(qapp: QApplication) -> None:
    held, store = HeldExecutor(), Store("a.json")
    saver, heard = listening(held)
    for made in (ONE, TWO, THREE):
        saver.put(store, made)
    while held.run():
        deliver()
    assert store.saved == [ONE, THREE]
    assert heard.states == [SaveState.SAVING, SaveState.SAVED]
    assert not saver.pending


def test_saved_is_not_said_while_a_newer_set_waits(qapp: QApplication) -> None:
    held, store = HeldExecutor(), Store("a.json")
    saver, heard = listening(held)
    saver.put(store, ONE)
    held.run()
    saver.put(store, TWO)
    deliver()
    assert heard.states == [SaveState.SAVING]
    assert saver.pending


def test_the_sets_of_two_documents_never_replace_each_other(qapp: QApplication) -> None:
    held, first, second = HeldExecutor(), Store("a.json"), Store("b.json")
    saver, heard = listening(held)
    saver.put(first, ONE)
    saver.put(second, TWO)
    saver.put(first, THREE)
    while held.run():
        deliver()
    assert (first.saved, second.saved) == ([ONE, THREE], [TWO])
    assert heard.states == [SaveState.SAVING, SaveState.SAVED]


def test_a_failing_save_is_reported_once_and_tried_until_it_succeeds(qtbot: QtBot, full: Store) -> None:
    saver, heard = listening(InlineExecutor())
    retry_at_once(saver)
    saver.put(full, ONE)
    qtbot.waitUntil(lambda: full.tried >= 3)
    assert heard == Heard([SaveState.SAVING, SaveState.FAILED], [why(full)])
    assert saver.pending
    full.trouble = None
    qtbot.waitUntil(lambda: not saver.pending)
    assert heard == Heard([SaveState.SAVING, SaveState.FAILED, SaveState.SAVED], [why(full)])
    assert full.saved == [ONE]


def test_a_second_failure_after_a_success_is_news_again(full: Store) -> None:
    saver, heard = listening(InlineExecutor())
    for trouble in (OSError("first"), None, OSError("second")):
        full.trouble = trouble
        saver.put(full, ONE)
        deliver()
    assert [reason.detail for reason in heard.reasons] == ["first", "second"]
    saver.close()


def test_what_failed_is_replaced_by_the_newer_set_of_the_same_document(full: Store) -> None:
    saver, _ = listening(InlineExecutor())
    saver.put(full, ONE)
    deliver()
    full.trouble = None
    saver.put(full, TWO)
    deliver()
    assert full.saved == [TWO]
    assert not saver.pending


def test_another_document_is_saved_while_one_fails_and_that_is_no_recovery(qtbot: QtBot, full: Store) -> None:
    saver, heard = listening(InlineExecutor())
    retry_at_once(saver)
    fine = Store("b.json")
    saver.put(full, ONE)
    deliver()
    saver.put(fine, TWO)
    qtbot.waitUntil(lambda: fine.saved == [TWO])
    qtbot.waitUntil(lambda: full.tried >= 4)
    assert heard == Heard([SaveState.SAVING, SaveState.FAILED], [why(full)])
    saver.close()


def why(store: Store) -> Failure:
    """Return why `store` does not save now."""
    return failure(store.trouble or OSError(NOT_SAVED), store.path)


def half(store: Store) -> HalfSavedError:
    return HalfSavedError(OSError(28, NOT_SAVED), store.mirror)


def test_what_is_in_one_copy_is_half_saved_tried_again_and_no_reason_to_stay(full: Store) -> None:
    saver, heard = listening(InlineExecutor())
    full.trouble = half(full)
    saver.put(full, ONE)
    deliver()
    assert heard.states == [SaveState.SAVING, SaveState.HALF]
    assert saver.flush() is None
    assert saver.pending
    assert len(heard.reasons) == 1
    full.trouble = None
    assert saver.flush() is None
    assert heard.states[-1] is SaveState.SAVED
    assert not saver.pending


def test_the_worst_of_several_documents_is_what_is_told(full: Store) -> None:
    saver, heard = listening(InlineExecutor())
    other = Store("b.json")
    other.trouble = half(other)
    for store in (other, full):
        saver.put(store, ONE)
        deliver()
    assert heard.states == [SaveState.SAVING, SaveState.HALF, SaveState.FAILED]
    assert saver.flush() == why(full)
    full.trouble = None
    assert saver.flush() is None
    assert heard.states[-1] is SaveState.HALF
    assert saver.pending
    saver.close()


def test_flushing_writes_what_failed_before(full: Store) -> None:
    saver, heard = listening(InlineExecutor())
    saver.put(full, ONE)
    deliver()
    full.trouble = None
    assert saver.flush() is None
    assert full.saved == [ONE]
    assert heard.states[-1] is SaveState.SAVED
    assert not saver.pending


@pytest.mark.parametrize("trouble", [OSError(NOT_SAVED), StoreError(NOT_SAVED)], ids=["system", "store"])
def test_flushing_returns_the_reason_and_keeps_what_it_could_not_write(full: Store, trouble: Exception) -> None:
    saver, heard = listening(InlineExecutor())
    full.trouble = trouble
    saver.put(full, ONE)
    assert saver.flush() == why(full)
    assert heard == Heard([SaveState.SAVING, SaveState.FAILED], [why(full)])
    draft = saver.unsaved(full.mirror)
    assert draft is not None
    assert draft.annotations == ONE
    saver.close()


def test_one_document_that_cannot_be_saved_keeps_no_other_from_it(full: Store) -> None:
    saver, _ = listening(InlineExecutor())
    before, after = Store("b.json"), Store("c.json")
    for store in (before, full, after):
        saver.put(store, TWO)
    assert saver.flush() == why(full)
    assert (before.saved[-1], full.saved, after.saved) == (TWO, [], [TWO])
    assert saver.unsaved(after.mirror) is None
    saver.close()


def test_what_a_flush_could_not_write_is_tried_again(qtbot: QtBot, full: Store) -> None:
    saver, heard = listening(InlineExecutor())
    retry_at_once(saver)
    saver.put(full, ONE)
    saver.flush()
    full.trouble = None
    qtbot.waitUntil(lambda: not saver.pending)
    assert full.saved == [ONE]
    assert heard.states[-1] is SaveState.SAVED


def test_flushing_waits_for_the_save_under_way_and_writes_the_newest_last(qapp: QApplication) -> None:
    saver = Saver()
    store, may_write = Store("a.json"), threading.Event()
    slow = store.save

    def save(
        annotations: Mapping[str, Annotation],
        base: Mapping[str, Annotation] | None = None,
        *,
        naming: Naming = (),
        names: NameChoices = (),
        here_only: bool = False,
    ) -> Mapping[str, Annotation]:
        may_write.wait(5)
        return slow(annotations, base, naming=naming, names=names, here_only=here_only)

    store.save = save
    saver.put(store, ONE)
    saver.put(store, TWO)
    threading.Timer(0.02, may_write.set).start()
    assert saver.flush() is None
    assert store.saved == [ONE, TWO]
    saver.close()
    deliver()
    assert not saver.pending


def test_a_defect_in_saving_is_logged_and_loses_nothing(full: Store, caplog: pytest.LogCaptureFixture) -> None:
    saver, heard = listening(InlineExecutor())
    full.trouble = TypeError("a defect")
    saver.put(full, ONE)
    deliver()
    assert caplog.messages == ["saving failed unexpectedly"]
    caplog.clear()
    assert [reason.obstacle for reason in heard.reasons] == [Obstacle.DEFECT]
    full.trouble = None
    assert saver.flush() is None
    assert full.saved == [ONE]


def test_a_document_that_is_on_the_disk_has_nothing_unsaved(qapp: QApplication) -> None:
    saver, store = Saver(None, InlineExecutor()), Store("a.json")
    assert saver.unsaved(store.mirror) is None
    saver.put(store, ONE)
    deliver()
    assert saver.unsaved(store.mirror) is None


def test_an_error_that_nobody_foresaw_is_a_failure_too_and_never_an_end(
    full: Store, caplog: pytest.LogCaptureFixture
) -> None:
    saver, _ = listening(InlineExecutor())
    full.trouble = RecursionError("too deep")
    saver.put(full, ONE)
    assert saver.flush() == failure(RecursionError(), full.path)
    assert saver.pending
    assert "saving failed unexpectedly" in caplog.messages
    caplog.clear()


class SharedStore(Store):
    """Keeps the sets that are written to the file; those that were kept here only are in `here`."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.is_shared = self.has_written = True
        self.here: list[Mapping[str, Annotation]] = []

    def save(
        self,
        annotations: Mapping[str, Annotation],
        base: Mapping[str, Annotation] | None = None,
        *,
        naming: Naming = (),
        names: NameChoices = (),
        here_only: bool = False,
    ) -> Mapping[str, Annotation]:
        """Keep `annotations`."""
        if here_only and self.trouble is None:
            self.here.append(annotations)
            return annotations
        return super().save(annotations, base, naming=naming, names=names)


def pause_of(saver: Saver) -> QTimer:
    """Return what says how long a shared file is let be."""
    timer = saver.findChildren(QTimer)[1]
    assert (timer.isSingleShot(), timer.interval()) == (True, 2_000)
    return timer


def test_a_file_that_others_share_is_written_at_once_and_then_let_be_for_a_while(qtbot: QtBot) -> None:
    store = SharedStore("a.json")
    saver, heard = listening(InlineExecutor())
    saver.put(store, ONE)
    deliver()
    assert (store.saved, store.here, heard.states) == ([ONE], [], [SaveState.SAVING, SaveState.SAVED])
    for made in (TWO, THREE):
        saver.put(store, made)
        deliver()
    assert (store.saved, store.here) == ([ONE], [TWO, THREE])
    assert heard.states[2:] == [SaveState.SAVING], "what is in one place only isn't called saved"
    assert saver.pending
    pause_of(saver).start(0)
    qtbot.waitUntil(lambda: not saver.pending)
    assert (store.saved, store.here) == ([ONE, THREE], [TWO, THREE])
    assert heard.states[3:] == [SaveState.SAVED]


def test_what_waits_for_a_shared_file_is_written_on_leaving(qapp: QApplication) -> None:
    store = SharedStore("a.json")
    saver, heard = listening(InlineExecutor())
    for made in (ONE, TWO):
        saver.put(store, made)
        deliver()
    assert saver.flush() is None
    assert (store.saved, store.here) == ([ONE, TWO], [TWO])
    assert heard.states[-1] is SaveState.SAVED


def test_other_documents_do_not_wait_for_a_shared_file(qapp: QApplication) -> None:
    store, other = SharedStore("a.json"), Store("b.json")
    saver, _ = listening(InlineExecutor())
    for made in (ONE, TWO):
        saver.put(store, made)
        deliver()
    saver.put(other, THREE)
    deliver()
    assert (store.saved, other.saved) == ([ONE], [THREE])


def test_a_shared_file_that_was_not_written_need_not_be_let_be(qapp: QApplication) -> None:
    store = SharedStore("a.json")
    store.has_written = False
    saver, _ = listening(InlineExecutor())
    for made in (ONE, TWO):
        saver.put(store, made)
        deliver()
    assert (store.saved, store.here) == ([ONE, TWO], [])


def test_what_cannot_be_kept_here_is_a_failure_and_tried_again(qtbot: QtBot) -> None:
    store = SharedStore("a.json")
    saver, heard = listening(InlineExecutor())
    retry_at_once(saver)
    saver.put(store, ONE)
    deliver()
    store.trouble = OSError(NOT_SAVED)
    saver.put(store, TWO)
    qtbot.waitUntil(lambda: bool(heard.reasons))
    store.trouble = None
    qtbot.waitUntil(lambda: store.here == [TWO])
    assert heard.states[-1] is SaveState.FAILED, "until it is in the file as well"
    assert saver.flush() is None
    assert (store.saved[-1], heard.states[-1]) == (TWO, SaveState.SAVED)


def test_taking_in_what_others_wrote_is_no_saving(qapp: QApplication) -> None:
    store = SharedStore("a.json")
    saver, heard = listening(InlineExecutor())
    saver.meet(store, ONE, ONE)
    deliver()
    assert (store.saved, heard.states, saver.pending) == ([ONE], [], False)


def test_what_waits_to_be_saved_takes_in_what_others_wrote(qapp: QApplication) -> None:
    held, store = HeldExecutor(), Store("a.json")
    saver, _ = listening(held)
    saver.put(store, TWO)
    saver.meet(store, ONE, ONE)
    while held.run():
        deliver()
    assert store.saved == [TWO]
