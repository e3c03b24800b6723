"""The open thread compared with a save of it that the reader names, an older one as a rule."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from desktop.comparison.kept import KeptThreads, hashes_of_answers, kept_thread
from desktop.comparison.renewal import renewal_of
from desktop.documents import with_naming

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.comparison.renewal import Renewal
    from desktop.documents import Document

log = logging.getLogger(__name__)


def renewal_since(base: Document, document: Document, folder: Path, pause: Callable[[], None]) -> Renewal:
    """Return what is otherwise in `document` than in its save `base`, which is kept in `folder`.

    Its authors are those that the reader has named in `document`. It counts as having been read when its file was
    written: no newer save is compared with it unasked, where another was read since. Raises DictionaryError.
    """
    base = with_naming(base, document.naming)
    written = _written(base.path)
    kept = KeptThreads(folder)
    if kept.about(base.sha256) is None:
        try:
            kept.keep(base, kept_thread(base, hashes_of_answers(base, pause)))
            kept.touch(base.sha256, written)
        except OSError as error:
            log.info("%s could not be kept: %s", base.path.name, error)
    return renewal_of(document, base, written, pause)


def renewal_again(found: Renewal, document: Document, folder: Path, pause: Callable[[], None]) -> Renewal | None:
    """Return what is otherwise in `document`, whose lines were named, than in the save that it was compared with.

    `found` is what was found then. None where that save is not kept any more. Raises DictionaryError.
    """
    base = KeptThreads(folder).document(found.base, document)
    return None if base is None else renewal_of(document, base, found.since, pause)


def _written(path: Path) -> datetime:
    """Return when the file at `path` was written, as far as that can be told; of a thread within it, the epoch."""
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except OSError:
        return datetime.fromtimestamp(0, UTC)
