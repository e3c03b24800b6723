"""A newer save of a thread beside the one that was read before it: found, compared, and kept for the next."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from desktop.comparison.kept import LARGEST_TEXT, hashes_of_answers, kept_thread, renewed
from desktop.comparison.matching import AnswerChange, compare_threads
from desktop.slices import no_pause

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from desktop.comparison.kept import KeptThread, KeptThreads
    from desktop.comparison.matching import ThreadChanges
    from desktop.documents import Document

log = logging.getLogger(__name__)

_OPENING = 60
"""So many code points of an answer tell how it begins."""

_MOST_VERSIONS = 12
"""Of so many earlier versions, the latest first, answers that went are looked for."""


class GoneAnswer(NamedTuple):
    """An answer that is in the open thread no more, and where it is kept."""

    sha256: str
    """The digest of the last version that was read with it."""
    start: int
    """Where it begins in the text of that version: which answer that is, a reader may say otherwise by now."""
    read: datetime
    """When that version was read last."""
    author: str
    opening: str
    """How it begins, as it is written."""


@dataclass(frozen=True, slots=True, eq=False)
class Renewal:
    """What is otherwise in the open thread than in the version `base`, which was read last before it.

    Answers of the open thread are named by their indices, versions by their digests: they are on the disk. `gone` are
    the answers that were in `base`, and those that had gone before and have not come back.
    """

    base: str
    since: datetime
    """When `base` was read last."""
    kinds: Mapping[int, AnswerChange] = field(default_factory=dict[int, AnswerChange])
    """Which answers are new, and which were edited."""
    earlier: Mapping[int, int] = field(default_factory=dict[int, int])
    """Where what each that was edited was begins in the text of `base`: see `GoneAnswer.start`."""
    gone: tuple[GoneAnswer, ...] = ()
    went: int = 0
    """How many of those have gone since `base`."""

    def __bool__(self) -> bool:
        return bool(self.kinds or self.gone)


def renewal_of(document: Document, base: Document, since: datetime, pause: Callable[[], None] = no_pause) -> Renewal:
    """Return what is otherwise in `document` than in `base`, which was read at `since`. Raises DictionaryError."""
    found = compare_threads(base, document, pause)
    gone = tuple(_gone(base, number, since) for number in found.gone)
    earlier = {there: base.answers[here].span.start for there, here in found.edited.items()}
    return Renewal(base.sha256, since, _kinds(found), earlier, gone, len(gone))


def take_in(kept: KeptThreads, document: Document, pause: Callable[[], None], left: str = "") -> Renewal | None:
    """Keep `document`, which is read now, and return what is otherwise in it than when it was last read.

    None where nothing of it was read before, or that can't be had any more. A version that was read before is
    compared with the same one as then, so that going back to an older save is no news. `left` is the digest of the
    version that was on show until now. Raises DictionaryError.
    """
    kept.touch(left)
    if len(document.text) > LARGEST_TEXT:
        return None
    known = kept.about(document.sha256)
    hashes = hashes_of_answers(document, pause) if known is None else frozenset[int]()
    about = kept_thread(document, hashes)
    before = kept.about(known.base) if known is not None else kept.read_before(document, hashes)
    renewal = None
    if before is not None and (base := kept.document(before.sha256, document)) is not None:
        since = known.since if known is not None and known.since is not None else before.read
        renewal = _with_those_before(renewal_of(document, base, since, pause), document, kept, before, pause)
        gone = tuple((one.sha256, one.start) for one in renewal.gone)
        about = replace(about, base=before.sha256, since=since, gone=gone)
    _keep(kept, document, about, known)
    return renewal


def _keep(kept: KeptThreads, document: Document, about: KeptThread, known: KeptThread | None) -> None:
    """Have `document` be the version read last, with what is said `about` it; a full disk or the like is let be."""
    try:
        if known is None:
            kept.keep(document, about)
        elif set(about.paths) <= set(known.paths) and about.shape == known.shape:
            kept.touch(document.sha256)
        else:
            kept.keep(document, renewed(about, known))
        kept.tidy()
    except OSError as error:
        log.info("%s could not be kept for newer saves: %s", document.path.name, error)


def _with_those_before(
    renewal: Renewal, document: Document, kept: KeptThreads, before: KeptThread, pause: Callable[[], None]
) -> Renewal:
    """Return `renewal` with the answers that had gone by the version `before` and have not come back since.

    One that is back as it was is not new: a save may lack what the page didn't show.
    """
    by_version: dict[str, list[int]] = {}
    for sha256, start in before.gone:
        by_version.setdefault(sha256, []).append(start)
    gone, back = list(renewal.gone), set[int]()
    for sha256, starts in list(by_version.items())[:_MOST_VERSIONS]:
        about, version = kept.about(sha256), kept.document(sha256, document)
        if about is not None and version is not None:
            found = compare_threads(version, document, pause)
            numbers = [version.answer_at(start) for start in starts]
            gone += (_gone(version, number, about.read) for number in found.gone if number in numbers)
            back |= {there for here, there in found.kept.items() if here in numbers}
    kinds = {answer: kind for answer, kind in renewal.kinds.items() if answer not in back}
    return replace(renewal, gone=tuple(gone), kinds=kinds)


def _gone(version: Document, number: int, read: datetime) -> GoneAnswer:
    answer = version.answers[number]
    opening = version.text[answer.span.start : min(answer.span.end, answer.span.start + _OPENING)]
    return GoneAnswer(version.sha256, answer.span.start, read, answer.author, opening)


def _kinds(found: ThreadChanges) -> dict[int, AnswerChange]:
    kinds = dict.fromkeys(found.new, AnswerChange.NEW) | dict.fromkeys(found.edited, AnswerChange.EDITED)
    return dict(sorted(kinds.items()))
