"""Tidying: what is tidied goes only when nothing refers to it and all that might was read."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from desktop.session.files.locations import Locations
from tests.session.reader import highlight

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.paths import DataFolder
    from desktop.session import Session


@pytest.fixture
def texts(session: Session, folder: DataFolder, other: Path) -> dict[str, Path]:
    """Return the old texts of two threads by whether a note is on them."""
    highlight(session, "無數")
    session.shelf.open(other)
    made = highlight(session, "后来")
    session.annotations.delete(made)
    session.close()
    document = session.state.document
    assert document is not None
    for path in folder.annotations.glob(f"{document.sha256[:32]}.json"):
        path.unlink()
    for place in (folder.mirror, folder.backups):
        for path in place.rglob(f"*{document.sha256[:32]}*"):
            path.rename(folder.root / f"{place.name}-gone")
    for path in folder.snapshots.iterdir():
        os.utime(path, (0, 0))
    kept = {path.name.startswith(document.sha256): path for path in folder.snapshots.iterdir()}
    return {"needed": kept[False], "unneeded": kept[True]}


def test_an_old_text_that_no_note_is_on_goes(folder: DataFolder, texts: dict[str, Path]) -> None:
    Locations(folder).tidy()
    assert texts["needed"].exists()
    assert not texts["unneeded"].exists()


def test_nothing_goes_while_a_file_of_notes_cannot_be_read(folder: DataFolder, texts: dict[str, Path]) -> None:
    (folder.annotations / f"{'9f' * 16}.json").write_bytes(b"{")
    Locations(folder).tidy()
    assert texts["unneeded"].exists()


def test_the_catalogue_is_on_the_disk_after_the_end(session: Session, folder: DataFolder) -> None:
    highlight(session, "無數")
    session.close()
    assert folder.catalogue.exists()
