"""What there is to tell about the files of a store."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path


class StoreReason(StrEnum):
    """What there is to tell about a store's file.

    VANISHED: it is gone, and its mirror stands in. BEHIND: its mirror holds a later save. RESTORED: it and its mirror
    were of no use, and this backup stands in. DIVERGED: it was written apart from the others, and they were merged.
    DAMAGED: it can't be understood; a copy is at `StoreNotice.aside`. TOO_LARGE: it wasn't even read; it is at
    `StoreNotice.aside` as well. ITEMS_KEPT: some items aren't understood; they are carried along. These make the
    store read-only: NOT_SET_ASIDE (damaged, and the copy failed), UNREADABLE (the system doesn't let us read it),
    NEWER (it is for a newer version).
    """

    VANISHED = "vanished"
    BEHIND = "behind"
    RESTORED = "restored"
    DIVERGED = "diverged"
    DAMAGED = "damaged"
    TOO_LARGE = "too large"
    NOT_SET_ASIDE = "not set aside"
    UNREADABLE = "unreadable"
    NEWER = "newer"
    ITEMS_KEPT = "items kept"


_FORBIDS_WRITING = frozenset({StoreReason.NOT_SET_ASIDE, StoreReason.UNREADABLE, StoreReason.NEWER})


@dataclass(frozen=True, slots=True)
class StoreNotice:
    """What there is to tell about `path`; `aside` is the copy that was set aside, `detail` a sentence or "".

    `moment` is when a backup that stands in was made.
    """

    reason: StoreReason
    path: Path
    detail: str = ""
    aside: Path | None = None
    moment: datetime | None = None

    @property
    def forbids_writing(self) -> bool:
        """Tell whether writing the file now would lose something."""
        return self.reason in _FORBIDS_WRITING
