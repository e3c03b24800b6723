"""What the files of a store hold together: the file, its mirror, copies that a sync left, and the backups."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.annotations.storage.notices import StoreNotice, StoreReason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.annotations.form.page import Page
    from desktop.annotations.storage.backups import Backups
    from desktop.annotations.storage.copies import Copy


@dataclass(frozen=True, slots=True)
class Survey:
    """The `page` that all files make together, None if there is none, and what there is to tell.

    `data` are the bytes that hold just this page, b"" when no file does. `anew` tells that the page is to be saved as
    a new one, since no save, nor several together, has made it so. `conflicted_copies` may go once it is in the
    store.
    """

    main: Copy
    mirror: Copy
    conflicted_copies: tuple[Copy, ...]
    page: Page | None
    data: bytes
    notices: tuple[StoreNotice, ...]
    anew: bool = False

    @property
    def forbidding(self) -> StoreNotice | None:
        """The first notice because of which nothing may be written, if there is one."""
        return next((notice for notice in self.notices if notice.forbids_writing), None)


def survey(
    main: Copy, mirror: Copy, conflicted_copies: tuple[Copy, ...], known: Sequence[Page], backups: Backups
) -> Survey:
    """Return what these files make together; `known` are pages that they may have come from."""
    copies = [copy for copy in (main, mirror, *conflicted_copies) if copy.page is not None]
    notices = main.notices + (() if mirror.data and mirror.data == main.data else mirror.notices)
    heads = _heads(copies)
    if not heads:
        return _restored(main, mirror, notices, backups)
    page = _page(heads[0])
    anew = page.edited  # what a hand has changed is saved anew, under a seal
    for other in heads[1:]:
        # Imported late: the file and its mirror agree as a rule.
        from desktop.annotations.storage.uniting import are_told_apart, united

        anew = anew or not are_told_apart(page, _page(other))
        page = united(page, _page(other), [*known, *map(_page, copies)], backups)
    data = b"" if anew or heads[1:] else heads[0].data
    apart = [copy for copy in heads[1:] if not says_the_same(_page(copy), _page(heads[0]))]
    told = tuple(StoreNotice(StoreReason.DIVERGED, main.path if copy is mirror else copy.path) for copy in apart)
    return Survey(main, mirror, conflicted_copies, page, data, notices + _of_the_main(main, mirror) + told, anew)


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
        return page.is_blank
    if page.lineage.includes(holder.lineage):
        return equal and (by.data == copy.data or says_the_same(holder, page))
    return not page.edited or says_the_same(holder, page)


def says_the_same(one: Page, other: Page) -> bool:
    """Tell whether two pages have the same in them, whoever saved them."""
    return _content(one) == _content(other)


def _content(page: Page) -> tuple[object, ...]:
    return page.annotations, page.kept, page.naming, page.names, page.extra


def _of_the_main(main: Copy, mirror: Copy) -> tuple[StoreNotice, ...]:
    """Return what there is to tell when the mirror has what the main file hasn't."""
    if mirror.page is None or main.notices:
        return ()
    if main.page is None:
        return (StoreNotice(StoreReason.VANISHED, main.path),)
    return (StoreNotice(StoreReason.BEHIND, main.path),) if _is_held(main, mirror, equal=False) else ()


def _restored(main: Copy, mirror: Copy, notices: tuple[StoreNotice, ...], backups: Backups) -> Survey:
    """Return the survey of two files of no use: what the newest good backup has."""
    backup, page = next(backups.pages(), (None, None))
    forbidden = any(notice.forbids_writing for notice in notices)
    if backup and not forbidden:
        told = f"{backup.moment:%Y-%m-%d %H:%M} UTC"
        notices = (*notices, StoreNotice(StoreReason.RESTORED, backup.path, told, moment=backup.moment))
    return Survey(main, mirror, (), page, b"", notices, anew=True)


def _page(copy: Copy) -> Page:
    assert copy.page is not None  # noqa: S101 (for the type checker: only copies with a page are asked)
    return copy.page
