"""A window that makes, edits and deletes notes and saves after each, until it is killed or told to end.

On its output it says, a JSON list a line, what it is about to save (`["try", id, note]`, null for a deletion) and
what came of it: `["saved"]`, `["half", reason]` or `["failed", reason]`. What could not be saved it keeps and tries
again.

Usage, by the fault scripts: python -m tests.faults.writer MAIN LOCAL NAME [MOST]
Keeps the notes in the file MAIN, with its mirror and backups in the folder LOCAL; NAME tells its notes from another
writer's; it has at most MOST of them at a time (20). Where the file is shared with other machines, most saves are
kept in the mirror alone, as by the app while one types; those must be there afterwards as well.
"""

from __future__ import annotations

import json
import os
import random
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from desktop.annotations import AnnotationStore, HalfSavedError, StoreError
from tests.annotations.samples import document, sample, with_first

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.annotations import Annotation

_KEPT_HERE = 0.8
_REST = 0.02
"""Seconds to wait after a failure; the app itself waits five."""


def store_at(main: Path, local: Path, *, shared: bool = False) -> AnnotationStore:
    """Return the store that the writers and the scripts have in common; `shared`: with other machines too."""
    return AnnotationStore(main, local / "mirror.json", local / "backups", document(), shared=shared)


class Writer:
    """The notes of `name` in the store, and what happens to them next."""

    def __init__(self, store: AnnotationStore, name: str, most: int, output: int) -> None:
        self._store = store
        self._name = name
        self._most = most
        self._output = output
        self._random = random.Random()  # noqa: S311 (no secret)
        self._notes: Mapping[str, Annotation] = store.load().annotations
        self._seen = self._notes

    def run(self) -> None:
        """Save without end."""
        while True:
            self.step()

    def step(self) -> None:
        """Make one edit and save it, and what was not saved before."""
        edited = self._edited()
        self._say("try", edited.id, edited.note or None)
        notes = {**self._notes, edited.id: edited}
        if not edited.note:
            del notes[edited.id]
        self._notes = notes
        try:
            here_only = self._store.is_shared and self._random.random() < _KEPT_HERE
            self._notes = self._seen = self._store.save(notes, self._seen, here_only=here_only)
            self._say("saved")
        except HalfSavedError as error:
            self._failed("half", error)
        except (OSError, StoreError) as error:
            self._failed("failed", error)

    def _edited(self) -> Annotation:
        """Return a note of ours, new or written anew; an empty one is to be deleted."""
        own = [one for one in self._notes.values() if one.passages[0].author == self._name]
        text = f"{self._name} {uuid4().hex} " + "存疑" * self._random.randrange(200)
        if len(own) >= self._most:
            return replace(own[0], note="")
        if own and self._random.random() < 0.5:
            return replace(self._random.choice(own), note=text)
        return replace(with_first(sample(0), author=self._name), id=uuid4().urn, note=text)

    def _failed(self, how: str, error: Exception) -> None:
        self._say(how, str(error))
        time.sleep(_REST)

    def _say(self, *words: str | None) -> None:
        # Not by `write`, which a script may have fail: that is for the disk.
        os.writev(self._output, [(json.dumps(words) + "\n").encode()])


def main(arguments: list[str]) -> None:
    """Run a writer as the usage above says."""
    main_file, local, name, *most = arguments
    store = store_at(Path(main_file), Path(local))
    Writer(store, name, int(most[0]) if most else 20, sys.stdout.fileno()).run()


if __name__ == "__main__":
    main(sys.argv[1:])
