"""Which commands a notice has buttons for: whatever its sentence names to be done, has one."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop.annotations import StoreReason
from desktop.documents.error import FileReason
from desktop.ui.wording.sentences import CHOOSE_ENCODING, SENTENCES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.session import Notice

_WITH_FILES = (
    StoreReason.RESTORED,
    StoreReason.TOO_LARGE,
    StoreReason.DAMAGED,
    StoreReason.NOT_SET_ASIDE,
    StoreReason.UNREADABLE,
    StoreReason.ITEMS_KEPT,
    "unrecovered",
    "read-only",
)
"""What there is to say of the notes that names a file beside theirs, or asks to see to it."""

_OFFERED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        **dict.fromkeys((code for code in SENTENCES if code.startswith("document-")), ("file.open",)),
        f"document-{FileReason.UNDECODABLE}": (CHOOSE_ENCODING,),
        "characters-unreadable": (CHOOSE_ENCODING,),
        "not-a-file": ("file.open",),
        **{f"annotations-{reason}": ("annotations.reveal",) for reason in _WITH_FILES},
        **dict.fromkeys((code for code in SENTENCES if code.startswith("corrections-")), ("script.corrections",)),
        **{f"import-{reason}": ("notes.import",) for reason in ("damaged", "unknown", "elsewhere", "one way")},
        **dict.fromkeys(
            (code for code in SENTENCES if code.startswith("changes-")), ("changes.next", "changes.seen")
        ),
        **dict.fromkeys(("changes-lost", "changes-none"), ()),
        **dict.fromkeys(("changes-visit", "changes-read-only"), ("changes.back",)),
        "doubts-in-traditional": ("script.traditional",),
        "doubt-not-kept": ("script.corrections",),
        "export-failed": ("notes.export",),
        "thread-save-failed": ("file.save_thread",),
        "keywords-full": ("keywords.clear",),
        "lines-save-failed": ("concordance.save",),
        "keywords-failed": ("keywords.add",),
        "conversion-failed": ("script.toggle",),
    }
)
"""The commands that answer a notice which offers none itself."""


def offers_of(notice: Notice) -> tuple[str, ...]:
    """Return the ids of the commands that `notice` has buttons for."""
    return notice.offers or _OFFERED.get(notice.code, ())
