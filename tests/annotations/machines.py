"""Machines that sync a folder: each has the file of notes there, and its own mirror and backups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.annotations import AnnotationStore
from tests.annotations.samples import document, samples

if TYPE_CHECKING:
    from pathlib import Path


class Machine:
    """A machine named `name`, with a window open on the document whose notes lie beside it in a synced folder."""

    def __init__(self, root: Path, name: str) -> None:
        self.name = name
        self.main = root / name / "synced" / "問答.baijia.json"
        self._local = root / name / "local"
        self.main.parent.mkdir(parents=True)
        self.reopen()

    def reopen(self) -> None:
        """Open another window, after the first was closed."""
        self.store = self.opened()

    def opened(self) -> AnnotationStore:
        """Return the store of one more window."""
        mirror, backups = self._local / "mirror.json", self._local / "backups"
        own = document(f"{self.name}.txt", sha256=f"{self.name:0>64}")
        return AnnotationStore(self.main, mirror, backups, own, shared=True)

    def sync_to(self, other: Machine, name: str | None = None) -> None:
        """Copy the file to `other`, in place of its own or (as a conflicted copy) under a `name` of its own."""
        other.receive(self.main.read_bytes(), name)

    def receive(self, data: bytes, name: str | None = None) -> None:
        """Have `data` come to lie in the place of the file, or beside it under a `name` of its own."""
        self.main.with_name(name or self.main.name).write_bytes(data)


def partner_of(here: Machine, root: Path) -> Machine:
    """Return a machine that has the notes 1 and 2 just saved on `here`, and has loaded them."""
    there = Machine(root, "b")
    here.store.save(samples(1, 2))
    here.sync_to(there)
    there.store.load()
    return there
