"""The rule of old, by which a store saved whatever wasn't as it was: what the control of `two_machines.py` runs on.

A new save was made whenever the mirror was behind or the file named another place, so that a machine with nothing to
add wrote as often as one that had; and two pages that were written apart came together by way of the last page alone.
"""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING, Any

from desktop.annotations.form.page import Page
from desktop.annotations.storage.store import AnnotationStore
from desktop.session.files.loaded_notes import NOTHING_SAID
from desktop.session.files.saving import Saver

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from desktop.annotations import Annotation
    from desktop.annotations.form.source import Source
    from desktop.annotations.storage.copies import Copy
    from desktop.annotations.storage.survey import Survey
    from desktop.documents import Document
    from desktop.session.files.loaded_notes import Sayings


class OldStore(AnnotationStore):
    """A store that saves by it."""

    def __init__(
        self,
        path: Path,
        mirror: Path | None = None,
        backups: Path | None = None,
        document: Document | None = None,
        **_options: Any,  # noqa: ANN401 (a newer store's)
    ) -> None:
        super().__init__(path, mirror, backups, document)
        self._past = deque(maxlen=0)

    def _look(self, *, aside: bool = True) -> Survey:
        found = super()._look(aside=aside)
        behind = found.main.page is not None and found.main.data != found.mirror.data
        return replace(found, anew=found.anew or behind)

    def _described(self, source: Source, *, added: bool) -> Source:
        self._is_described = False
        return super()._described(source, added=added)

    def _is_to_add(self, page: Page, found: Survey) -> bool:
        return not self._is_in(found.main, page)

    def _is_in(self, main: Copy, page: Page) -> bool:
        return main.page == page


def save_by_the_old_rule() -> None:
    """Have the app of this process do so, from now on."""

    def meet(
        saver: Saver,
        store: AnnotationStore,
        annotations: Mapping[str, Annotation],
        base: Mapping[str, Annotation] | None,
        said: Sayings = NOTHING_SAID,
    ) -> None:
        saver.put(store, annotations, base, said)

    def unknown(_page: Page, _name: str) -> None:
        return None

    for place, name, old in (
        ("desktop.session.files.locations", "AnnotationStore", OldStore),
        ("desktop.session.files.saving", "SHARED_MS", 0),
    ):
        setattr(import_module(place), name, old)
    setattr(Saver, "meet", meet)  # noqa: B010 (a control, which no checker need follow)
    setattr(Page, "changed_in", unknown)  # noqa: B010
