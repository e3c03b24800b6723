"""What the files of a store hold together: the file, its mirror, copies that a sync left, and the backups."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop.annotations.merge import merge
from desktop.annotations.storage.notices import Notice, Reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from desktop.annotations.form.page import Page
    from desktop.annotations.storage.backups import Backups
    from desktop.annotations.storage.copies import Copy
    from desktop.annotations.values import Annotation

_NOTHING: Mapping[str, Annotation] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Survey:
    """The `page` that all files make together, None if there is none, and what there is to tell.

    `data` are the bytes that hold just this page, b"" when no file does. `strays` may go once it is in the store.
    """

    main: Copy
    mirror: Copy
    strays: tuple[Copy, ...]
    page: Page | None
    data: bytes
    notices: tuple[Notice, ...]

    @property
    def forbidding(self) -> Notice | None:
        """The first notice because of which nothing may be written, if there is one."""
        return next((notice for notice in self.notices if notice.forbids_writing), None)

    @property
    def in_order(self) -> bool:
        """Tell whether the file and its mirror both hold just this page."""
        return bool(self.data) and self.main.data == self.data == self.mirror.data


def survey(main: Copy, mirror: Copy, strays: tuple[Copy, ...], known: Sequence[Page], backups: Backups) -> Survey:
    """Return what these files make together; `known` are pages that they may have come from."""
    copies = [copy for copy in (main, mirror, *strays) if copy.page is not None]
    notices = main.notices + (() if mirror.data and mirror.data == main.data else mirror.notices)
    heads = _heads(copies)
    if not heads:
        return _restored(main, mirror, notices, backups)
    page = _page(heads[0])
    data = b"" if page.edited else heads[0].data  # what a hand has changed is saved anew, under a seal
    for other in heads[1:]:
        page, data = united(page, _page(other), [*known, *map(_page, copies)], backups), b""
    apart = [copy for copy in heads[1:] if not _says_the_same(_page(copy), _page(heads[0]))]
    told = tuple(Notice(Reason.DIVERGED, main.path if copy is mirror else copy.path) for copy in apart)
    return Survey(main, mirror, strays, page, data, notices + _of_the_main(main, mirror) + told)


def united(one: Page, other: Page, known: Iterable[Page], backups: Backups) -> Page:
    """Return two pages that were written apart as one, by way of the last page that both came from, if found."""
    base = _common(one, other, known, backups)
    older, newer = sorted((one, other), key=lambda page: page.lineage.latest[::-1])
    return replace(
        newer,
        source=newer.source.joined(older.source),
        annotations=merge(base.annotations if base else _NOTHING, one.annotations, other.annotations),
        kept=newer.kept + tuple(item for item in older.kept if item not in newer.kept),
        revision=max(one.revision, other.revision),
        saves=one.lineage.joined(other.lineage).saves,
        extra=MappingProxyType({**older.extra, **newer.extra}),
    )


def _heads(copies: Sequence[Copy]) -> list[Copy]:
    """Return the copies that no other holds all of; of those that say the same, the first."""
    heads: list[Copy] = []
    for copy in copies:
        if not any(_is_held(copy, head, equal=True) for head in heads):
            heads = [head for head in heads if not _is_held(head, copy, equal=False)] + [copy]
    return heads


def _is_held(copy: Copy, by: Copy, *, equal: bool) -> bool:
    """Tell whether the page `by` came of that in `copy`, or (if `equal` counts) is the same.

    Two that claim the same saves but differ were changed by hand, or by a disk: neither is trusted over the other.
    Nor does any come of one that names no save at all: a program that doesn't know of saves has written it anew;
    nor of one that was edited since the last save that it names, unless it says the same all the same.
    """
    page, holder = _page(copy), _page(by)
    if not holder.lineage.includes(page.lineage):
        return False
    if not page.lineage.saves and holder.lineage.saves:
        return not page.annotations and not page.kept
    if page.lineage.includes(holder.lineage):
        return equal and (by.data == copy.data or _says_the_same(holder, page))
    return not page.edited or _says_the_same(holder, page)


def _says_the_same(one: Page, other: Page) -> bool:
    return (one.annotations, one.kept, one.extra) == (other.annotations, other.kept, other.extra)


def _common(one: Page, other: Page, known: Iterable[Page], backups: Backups) -> Page | None:
    """Return the last page that both came from, be it one of the two, a `known` one or, failing that, a backup.

    One that was edited since it was saved came from what it was before, which a backup may have.
    """
    if one.lineage.includes(other.lineage) and other.lineage.includes(one.lineage):
        return None
    found = [page for page in (*known, one, other) if page.revision and _are_from(page, one, other)]
    last = max(found, key=lambda page: page.revision, default=None)
    edited = one.edited or other.edited
    if last is not None and not edited:
        return last
    kept = (page for _, page in backups.pages(before=min(one.revision, other.revision) + edited))
    backup = next((page for page in kept if _are_from(page, one, other)), None)
    return max(filter(None, (last, backup)), key=lambda page: page.revision, default=None)


def _are_from(page: Page, one: Page, other: Page) -> bool:
    """Tell whether two pages came from `page`, as it was saved."""
    return not page.edited and one.lineage.includes(page.lineage) and other.lineage.includes(page.lineage)


def _of_the_main(main: Copy, mirror: Copy) -> tuple[Notice, ...]:
    """Return what there is to tell when the mirror has what the main file hasn't."""
    if mirror.page is None or main.notices:
        return ()
    if main.page is None:
        return (Notice(Reason.VANISHED, main.path),)
    return (Notice(Reason.BEHIND, main.path),) if _is_held(main, mirror, equal=False) else ()


def _restored(main: Copy, mirror: Copy, notices: tuple[Notice, ...], backups: Backups) -> Survey:
    """Return the survey of two files of no use: what the newest good backup has."""
    backup, page = next(backups.pages(), (None, None))
    forbidden = any(notice.forbids_writing for notice in notices)
    if backup and not forbidden:
        told = f"{backup.moment:%Y-%m-%d %H:%M} UTC"
        notices = (*notices, Notice(Reason.RESTORED, backup.path, told, moment=backup.moment))
    return Survey(main, mirror, (), page, b"", notices)


def _page(copy: Copy) -> Page:
    assert copy.page is not None  # noqa: S101 (for the type checker: only copies with a page are asked)
    return copy.page
