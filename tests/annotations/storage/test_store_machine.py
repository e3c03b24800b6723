"""Edits, undo, saves, crashes, damage, failing disks, windows, machines and hands, in any order, beside a model.

The model is the set of notes that some window had called saved, less those that a machine which had seen them
replaced or deleted and did not bring back. The law: each is there, in its annotation or in one that says what it
conflicts with; and once both machines have seen each other, both have the same. What was there when they met, and no
longer was when they met again, never comes back, though the folder between them delivers late and in any order.

A few runs go with the tests. For many, set how many:
BAIJIA_MACHINE_RUNS=5000 python -m pytest tests/annotations/storage/test_store_machine.py
"""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from desktop.annotations import Annotation, Change, Color, StoreError, apply_changes, parse_page
from desktop.annotations.merge import merge
from desktop.annotations.storage.backups import Backups
from tests.annotations.machines import Machine
from tests.annotations.samples import NOON, sample

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

RUNS = int(os.environ.get("BAIJIA_MACHINE_RUNS", "12"))
STEPS = 25 if RUNS > 100 else 15

REAL = {name: getattr(os, name) for name in ("fsync", "replace", "write")}
WHO = st.integers(0, 2)
"""Two windows on the first machine, and one on the second."""

MACHINE = st.integers(0, 1)
NUMBERS = st.integers(0, 4)


def _cut(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])


def _zero(path: Path) -> None:
    path.write_bytes(bytes(path.stat().st_size))


def _empty(path: Path) -> None:
    path.write_bytes(b"")


DAMAGES: Mapping[str, Callable[[Path], None]] = MappingProxyType(
    {"cut": _cut, "zero": _zero, "empty": _empty, "gone": Path.unlink}
)


class Window:
    """A window on the notes: what the reader sees in it, what it was told is saved, and what can be undone."""

    def __init__(self, machine: Machine) -> None:
        self.machine = machine
        self.open()

    def open(self) -> None:
        self.store = self.machine.opened()
        loaded = self.store.load()
        assert not loaded.read_only
        self.seen = self.returned = loaded.annotations
        self.steps: list[Change] = []

    def make(self, change: Change) -> None:
        self.seen = apply_changes(self.seen, (change,))
        self.steps.append(change)


class Saved:
    """The model: the notes that some window had called saved, and of each the machines that replaced it since."""

    def __init__(self) -> None:
        self._replaced_on: dict[tuple[str, str], set[str]] = {}

    @property
    def words(self) -> set[tuple[str, str]]:
        """What must be there."""
        return {word for word, machines in self._replaced_on.items() if not machines}

    def replaced(self, machine: str, before: Mapping[str, Annotation], given: Mapping[str, Annotation]) -> None:
        """Take note that `given`, which grew out of `before`, is being saved: what it replaces need not stay."""
        for word in _words(before, given):
            self._replaced_on.setdefault(word, set()).add(machine)

    def written(self, machine: str, before: Mapping[str, Annotation], given: Mapping[str, Annotation]) -> None:
        """Take note that `given` was called saved; an undo may have brought back what was replaced."""
        for word in _words(given, before):
            self._replaced_on.setdefault(word, set()).discard(machine)

    def edited_by_hand(self, before: Annotation, note: str) -> None:
        """Take note that somebody wrote another `note` into a file."""
        self._replaced_on.setdefault((_origin(before), before.note), set()).add("hand")
        self._replaced_on[_origin(before), note] = set()


def _words(those_in: Mapping[str, Annotation], not_in: Mapping[str, Annotation]) -> set[tuple[str, str]]:
    """Return the notes that one has and the other hasn't, each with the annotation it was written on."""
    there = {(name, one.note) for name, one in not_in.items()}
    return {(_origin(one), one.note) for name, one in those_in.items() if (name, one.note) not in there}


def _origin(annotation: Annotation) -> str:
    return annotation.conflicts_with or annotation.id


class NotesOnTwoMachines(RuleBasedStateMachine):
    """Two machines, one with two windows; every rule is something that happens to readers."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp(prefix="baijia-machine-"))
        self.clock = NOON
        self.texts = 0
        self.saved = Saved()
        self.under_way: list[tuple[int, bytes]] = []
        self.met: set[tuple[str, str]] = set()
        self.gone: set[tuple[str, str]] = set()
        self._patched: dict[str, Any] = {"fsync": _nothing}
        self._apply_patches()
        self._monkey = pytest.MonkeyPatch()
        self._monkey.setattr(Backups, "is_due", _always)

    @initialize()
    def start(self) -> None:
        self.machines = [Machine(self.root, name) for name in "ab"]
        self.windows = [Window(self.machines[number]) for number in (0, 0, 1)]
        self.windows[0].make(Change(None, self._edited(sample(0))))
        self.save(0)
        self._sync(0)
        self.windows[2].open()

    # -- what the reader does

    @rule(who=WHO, number=NUMBERS, color=st.sampled_from(Color))
    def write(self, who: int, number: int, color: Color) -> None:
        window = self.windows[who]
        one = sample(number)
        before = window.seen.get(one.id)
        window.make(Change(before, self._edited(replace(before or one, color=color))))

    @rule(who=WHO, number=NUMBERS)
    def delete(self, who: int, number: int) -> None:
        window = self.windows[who]
        before = window.seen.get(sample(number).id)
        if before is not None:
            window.make(Change(before, None))

    @rule(who=WHO)
    def undo(self, who: int) -> None:
        window = self.windows[who]
        if window.steps:
            inverse = window.steps.pop().inverse
            with suppress(ValueError):  # what came from elsewhere is in the way
                window.seen = apply_changes(window.seen, (inverse,))

    @rule(who=WHO)
    def save(self, who: int) -> None:
        self._save(who, here_only=False)

    @rule(who=WHO)
    def keep_here(self, who: int) -> None:
        """Save in the mirror alone, as while one types: the file has been written just now."""
        self._save(who, here_only=True)

    def _save(self, who: int, *, here_only: bool) -> None:
        window = self.windows[who]
        given = window.seen
        self.saved.replaced(window.machine.name, window.returned, given)
        returned = window.store.save(given, window.returned, here_only=here_only)
        self.saved.written(window.machine.name, window.returned, given)
        window.seen = window.returned = returned

    @rule(who=WHO)
    def crash(self, who: int) -> None:
        self.windows[who].open()

    # -- what the machine does

    @rule(who=WHO, call=st.sampled_from(["write", "replace", "fsync"]), nth=st.integers(0, 3))
    def save_on_a_failing_disk(self, who: int, call: str, nth: int) -> None:
        count = iter(range(99))

        def fail(*arguments: object) -> Any:  # noqa: ANN401 (as what it stands for)
            if next(count) == nth:
                raise OSError(errno.EIO, os.strerror(errno.EIO))
            return None if call == "fsync" else REAL[call](*arguments)

        self._patched[call] = fail
        self._apply_patches()
        try:
            self.save(who)
        except (OSError, StoreError):
            pass  # told as failed; half of it may be on the disk
        finally:
            self._patched = {"fsync": _nothing}
            self._apply_patches()

    @rule(who=WHO, which=st.sampled_from(["path", "mirror"]), damage=st.sampled_from(sorted(DAMAGES)))
    def damage(self, who: int, which: str, damage: str) -> None:
        store = self.windows[who].store
        path: Path = getattr(store, which)
        # One at a time: a second damage before the first was mended is what backups are for, and is tested apart.
        if _say_the_same(store.path, store.mirror):
            DAMAGES[damage](path)

    # -- what syncing does

    @precondition(lambda self: all(_is_whole(machine.main) for machine in self.machines))
    @rule(sender=MACHINE, conflicted=st.booleans())
    def sync(self, sender: int, conflicted: bool) -> None:
        self._sync(sender, conflicted=conflicted)

    @precondition(lambda self: all(_is_whole(machine.main) for machine in self.machines))
    @rule(sender=MACHINE)
    def send(self, sender: int) -> None:
        """Have the file be under way to the other machine."""
        self.under_way.append((1 - sender, self.machines[sender].main.read_bytes()))

    @precondition(lambda self: self.under_way)
    @rule(which=st.integers(0, 99), conflicted=st.booleans())
    def arrive(self, which: int, conflicted: bool) -> None:
        """Have any of those under way arrive, however old it is by now."""
        number, data = self.under_way.pop(which % len(self.under_way))
        receiver = self.machines[number]
        if conflicted or _is_whole(receiver.store.mirror):
            receiver.receive(data, f"問答.baijia ({self._tick()}).json" if conflicted else None)

    @precondition(lambda self: all(_is_whole(machine.main) for machine in self.machines))
    @rule(sender=MACHINE, number=NUMBERS)
    def edit_a_conflicted_copy_by_hand(self, sender: int, number: int) -> None:
        receiver = self.machines[1 - sender]
        data = self.machines[sender].main.read_bytes()
        one = parse_page(data).annotations.get(sample(number).id)
        if one is not None:
            by_hand = f"手{self._tick()}稿"
            copy = receiver.main.with_name(f"問答.baijia ({self._tick()}).json")
            copy.write_bytes(data.replace(one.note.encode(), by_hand.encode()))
            self.saved.edited_by_hand(one, by_hand)

    def _sync(self, number: int, *, conflicted: bool = False) -> None:
        sender, receiver = self.machines[number], self.machines[1 - number]
        if not conflicted and receiver.main.exists() and not _is_whole(receiver.store.mirror):
            return  # a second damage before the first was mended, once more; the backup may be what failed before
        sender.sync_to(receiver, f"問答.baijia ({self._tick()}).json" if conflicted else None)

    @rule()
    def meet(self) -> None:
        """Sync until both machines have seen all of each other, and compare."""
        for window in self.windows:
            window.open()
        for sender, others in ((0, self.windows[2:]), (1, self.windows[:2]), (0, self.windows[2:])):
            self._sync(sender)
            for window in others:
                window.open()
        first, second, third = (window.seen for window in self.windows)
        assert first == second == third
        there = {(_origin(one), one.note) for one in first.values()}
        assert self.saved.words <= there, self.saved.words - there
        self.gone |= self.met - there
        assert not self.gone & there, self.gone & there
        self.met = there

    # -- what always holds

    @invariant()
    def merging_what_one_has_changes_nothing(self) -> None:
        for window in getattr(self, "windows", ()):
            assert merge(window.seen, window.seen, window.returned) == window.returned

    def teardown(self) -> None:
        self._monkey.undo()
        try:
            if hasattr(self, "windows"):
                self.meet()
        finally:
            self._patched = {}
            self._apply_patches()
            shutil.rmtree(self.root)

    def _edited(self, annotation: Annotation) -> Annotation:
        return replace(annotation, note=f"第{self._tick()}稿", modified=self.clock)

    def _tick(self) -> int:
        self.clock += timedelta(seconds=1)
        self.texts += 1
        return self.texts

    def _apply_patches(self) -> None:
        for name, real in REAL.items():
            setattr(os, name, self._patched.get(name, real))


def _nothing(_handle: int) -> None:
    """Stand in for fsync: a power cut has a test of its own, on a real disk."""


def _always(_backups: Backups, _size: int, _now: object) -> bool:
    return True


def _is_whole(path: Path) -> bool:
    try:
        parse_page(path.read_bytes())
    except Exception:
        return False
    return True


def _say_the_same(one: Path, other: Path) -> bool:
    """Tell whether two files are whole and have the same saves in them."""
    if not (_is_whole(one) and _is_whole(other)):
        return False
    first, second = (parse_page(path.read_bytes()) for path in (one, other))
    return (first.saves, first.annotations) == (second.saves, second.annotations)


TestNotesOnTwoMachines = NotesOnTwoMachines.TestCase
TestNotesOnTwoMachines.settings = settings(
    max_examples=RUNS, stateful_step_count=STEPS, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
