"""Two folders that a program keeps the same as far as it can: late, out of order, with copies where both changed.

It does as Syncthing and Dropbox do. Each content of a file has a version, a count of changes by folder; a change is
sent after a delay, and one that comes late, after a later one, is passed over, or (one in so many) put there all the
same for a while. Of two that were made apart the one wins that was written later (Syncthing) or arrived first
(Dropbox); the other goes to a copy beside it, which is sent like any other file.
"""

from __future__ import annotations

import os
import time
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from secrets import token_hex
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from pathlib import Path

LATE = 0.3
"""How many of the contents that come after a later one are put there for a while."""

LATE_SECONDS = 0.4


class Habit(StrEnum):
    """Whose way it is to name copies, and to choose what they are of."""

    SYNCTHING = "syncthing"
    DROPBOX = "dropbox"


@dataclass(frozen=True)
class _Content:
    """What a file holds (None: it is gone), when it was written (s), and how often either folder had changed it."""

    data: bytes | None
    moment: float
    version: tuple[int, int] = (0, 0)

    def includes(self, other: _Content) -> bool:
        return all(ours >= theirs for ours, theirs in zip(self.version, other.version, strict=True))

    def joined(self, other: _Content) -> _Content:
        first, second = (max(pair) for pair in zip(self.version, other.version, strict=True))
        return _Content(self.data, self.moment, (first, second))


_NEVER = _Content(None, 0.0)


@dataclass
class _Side:
    """One of the folders, as the program knows it."""

    folder: Path
    known: dict[str, _Content] = field(default_factory=dict[str, _Content])


class SyncedFolder:
    """Keeps the files in two folders the same that are named like `name`; call `step` again and again.

    `delays` are the least and most seconds that a change takes; `late` says whether older contents come up for a
    while. `transfers` counts what was sent of the file itself, `copies` are those that were made, `late_ones` how
    many older contents were shown.
    """

    def __init__(
        self, folders: tuple[Path, Path], name: str, habit: Habit, delays: tuple[float, float], chance: random.Random
    ) -> None:
        self._name = name
        self._sides = tuple(_Side(folder) for folder in folders)
        self._habit = habit
        self._delays = delays
        self._chance = chance
        self._under_way: list[tuple[float, int, str, _Content]] = []
        self._returning: list[tuple[float, int, str, bytes]] = []
        self.transfers = 0
        self.late_ones = 0
        self.copies: list[str] = []

    @property
    def is_quiet(self) -> bool:
        """Whether nothing is under way."""
        return not self._under_way and not self._returning

    def step(self) -> None:
        """Send what has changed, and put in place what has arrived."""
        now = time.monotonic()
        for number in range(2):
            self._send_changes(number, now)
        arrived = sorted(entry for entry in self._under_way if entry[0] <= now)
        self._under_way = [entry for entry in self._under_way if entry[0] > now]
        for _, number, name, content in arrived:
            self._send_changes(number, now)
            self._receive(number, name, content, now)
        for entry in [entry for entry in self._returning if entry[0] <= now]:
            self._returning.remove(entry)
            self._bring_back(entry[1], entry[2], entry[3])

    def _send_changes(self, number: int, now: float) -> None:
        side = self._sides[number]
        for name, (data, moment) in self._there(number).items():
            known = side.known.get(name, _NEVER)
            if data == known.data or any(entry[1:3] == (number, name) for entry in self._returning):
                continue
            first, second = known.version
            version = (first + 1, second) if number == 0 else (first, second + 1)
            side.known[name] = content = _Content(data, moment, version)
            due = now + self._chance.uniform(*self._delays)
            self._under_way.append((due, 1 - number, name, content))
            self.transfers += name == self._name

    def _there(self, number: int) -> dict[str, tuple[bytes | None, float]]:
        """Return what lies in a folder by name, with what is gone from it."""
        side = self._sides[number]
        there: dict[str, tuple[bytes | None, float]] = {name: (None, time.time()) for name in side.known}
        stem, ending = self._name.removesuffix(".json"), ".json"
        for name in os.listdir(side.folder):  # noqa: PTH208 (names alone)
            if name.startswith(stem) and name.endswith(ending):
                with suppress(FileNotFoundError):
                    path = side.folder / name
                    there[name] = path.read_bytes(), path.stat().st_mtime
        return there

    def _receive(self, number: int, name: str, content: _Content, now: float) -> None:
        side = self._sides[number]
        known = side.known.get(name, _NEVER)
        if content.includes(known):
            self._put(number, name, content)
        elif known.includes(content):
            self._show_late(number, name, content, known, now)
        elif content.data == known.data or content.data is None:
            side.known[name] = known.joined(content)
        elif known.data is None or self._gives_way(known, content):
            if known.data is not None:
                self._set_aside(number, name, known.data)
            self._put(number, name, content.joined(known))
        else:  # the other side makes the copy, when ours arrives there
            side.known[name] = known.joined(content)

    def _gives_way(self, known: _Content, content: _Content) -> bool:
        """Tell whether what is there makes way for what arrived: the same on both sides."""
        later = (content.moment, content.data or b"") > (known.moment, known.data or b"")
        return later if self._habit is Habit.SYNCTHING else not later

    def _show_late(self, number: int, name: str, content: _Content, known: _Content, now: float) -> None:
        """Have an older content of the file itself there for a while, sometimes, as if it had come just now."""
        waiting = any(entry[1] == number for entry in self._returning)
        if name != self._name or waiting or None in (content.data, known.data) or self._chance.random() > LATE:
            return
        assert content.data is not None
        assert known.data is not None
        self.late_ones += 1
        _write(self._sides[number].folder / name, content.data)
        self._returning.append((now + LATE_SECONDS, number, name, content.data))

    def _bring_back(self, number: int, name: str, shown: bytes) -> None:
        """Put the newest content back in the place of an older one, unless it was written over."""
        side = self._sides[number]
        known = side.known[name]
        path = side.folder / name
        if known.data is not None and path.exists() and path.read_bytes() == shown:
            _write(path, known.data)

    def _set_aside(self, number: int, name: str, data: bytes) -> None:
        stem = name.removesuffix(".json")
        count = len(self.copies) + 1
        if self._habit is Habit.SYNCTHING:
            copy = f"{stem}.sync-conflict-20260101-{count:06}-ABCDEFG.json"
        else:
            copy = f"{stem} ({'甲乙'[number]}'s conflicted copy 2026-01-01 {count}).json"
        self.copies.append(copy)
        _write(self._sides[number].folder / copy, data)

    def _put(self, number: int, name: str, content: _Content) -> None:
        side = self._sides[number]
        self._returning = [entry for entry in self._returning if entry[1:3] != (number, name)]
        path = side.folder / name
        if content.data is None:
            path.unlink(missing_ok=True)
        elif not path.exists() or path.read_bytes() != content.data:
            _write(path, content.data)
        side.known[name] = content


def _write(path: Path, data: bytes) -> None:
    temporary = path.with_name(f".syncing-{token_hex(4)}")
    temporary.write_bytes(data)
    temporary.replace(path)
