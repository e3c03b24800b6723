"""Two pages that were written apart, as one.

Which of them has the later state of an annotation they say themselves: each knows which saves are in it and in which
of these each annotation was last changed. One that only one side has changed is taken from that side, and one that
was deleted on one side stays so, however late the other arrives and whatever lies between. Only where both changed
it, or where that isn't known, is it asked what it was on the last page that both came from.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from hashlib import sha256
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

from desktop.annotations.merge import as_put, merge_one, reconcile, same_but_for_places
from desktop.documents.chosen_names import choices_joined
from desktop.documents.naming import joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from desktop.annotations.form.lineage import Save
    from desktop.annotations.form.page import Page
    from desktop.annotations.storage.backups import Backups
    from desktop.annotations.values import Annotation

_DIGITS = 8


def united(one: Page, other: Page, known: Iterable[Page], backups: Backups) -> Page:
    """Return two pages that were written apart as one, the same one whoever does so and in whatever order.

    `known` and `backups` are pages that both may have come from.
    """
    return _Union(one, other, known, backups).page()


def are_told_apart(one: Page, other: Page) -> bool:
    """Tell whether the pages know which of them has what the other hasn't.

    Two that claim the same saves but differ don't, nor does one that was edited since the last that it claims, or
    that claims none.
    """
    same = one.lineage.includes(other.lineage) and other.lineage.includes(one.lineage)
    return bool(one.saves and other.saves) and not (same or one.edited or other.edited)


class _Union:
    """What becomes of two pages, an `older` and a `newer` one."""

    def __init__(self, one: Page, other: Page, known: Iterable[Page], backups: Backups) -> None:
        self._older, self._newer = sorted((one, other), key=lambda page: page.lineage.latest[::-1])
        self._known = known
        self._backups = backups
        self._are_told_apart = are_told_apart(one, other)
        self._annotations: dict[str, Annotation] = {}
        self._twins: dict[str, tuple[Annotation, Save | None]] = {}
        self._changed: dict[str, Save | None] = {}
        self._lineage = one.lineage.joined(other.lineage)

    def page(self) -> Page:
        older, newer = self._older, self._newer
        for name in dict.fromkeys((*newer.annotations, *older.annotations)):
            self._unite(name, older.annotations.get(name), newer.annotations.get(name))
        for twin, save in self._twins.values():  # one that was kept apart earlier may have been edited, and stays so
            if self._annotations.setdefault(twin.id, twin) is twin:
                self._changed[twin.id] = save
        changed = {name: save for name, save in self._changed.items() if save is not None}
        return replace(
            newer,
            source=newer.source.joined(older.source),
            annotations=MappingProxyType(self._annotations),
            kept=newer.kept + tuple(item for item in older.kept if item not in newer.kept),
            revision=max(older.revision, newer.revision),
            saves=self._lineage.saves,
            extra=MappingProxyType({**older.extra, **newer.extra}),
            changed=MappingProxyType(changed),
            naming=joined(newer.naming, older.naming),
            names=choices_joined(newer.names, older.names),
        )

    def _unite(self, name: str, older: Annotation | None, newer: Annotation | None) -> None:
        """Put in what becomes of the annotation `name`, given what both have of it."""
        first, second = self._older.changed_in(name), self._newer.changed_in(name)
        older_holds, newer_holds = self._older.lineage.has(second), self._newer.lineage.has(first)
        if older != newer and self._are_told_apart and older_holds != newer_holds:
            self._take(name, *((older, first) if older_holds else (newer, second)))
            return
        if older == newer:
            self._annotations[name] = cast("Annotation", newer)
            self._changed[name] = _later(first, second, older_holds, newer_holds)
            return
        if older and newer and same_but_for_places(older, newer):
            found = reconcile(as_put(older), older, newer)[0]
            self._take(name, found, _later(first, second, older_holds, newer_holds))
            return
        base = self._base.annotations.get(name) if self._base else None
        outcome = [one for one in merge_one(base, older, newer) if one is not None]
        if len(outcome) == 1 and outcome[0] in (older, newer):
            self._take(name, outcome[0], first if outcome[0] == older else second)
        elif outcome:
            self._make(name, outcome, first, second)

    def _take(self, name: str, annotation: Annotation | None, save: Save | None) -> None:
        if annotation is not None:
            self._annotations[name] = annotation
            self._changed[name] = save if self._are_told_apart else None

    def _make(self, name: str, outcome: Sequence[Annotation], first: Save | None, second: Save | None) -> None:
        """Put in an annotation that neither had as it is now, and perhaps one that is kept apart from it.

        That is a change of its own, which counts as made in a save that bears the same name whoever unites the two.
        """
        told = ascii((sorted(filter(None, (first, second))), [repr(one) for one in outcome]))
        number = max(save[1] for save in (first or ("", 0), second or ("", 0))) + 1
        save = sha256(told.encode("ascii")).hexdigest()[:_DIGITS], number
        if self._are_told_apart:
            self._lineage = self._lineage.followed_by(*save)
        for one in outcome:
            if one.id == name:
                self._take(name, one, save)
            else:
                self._twins[one.id] = one, save if self._are_told_apart else None

    @cached_property
    def _base(self) -> Page | None:
        return _common(self._older, self._newer, self._known, self._backups)


def _later(first: Save | None, second: Save | None, first_holds: bool, second_holds: bool) -> Save | None:
    """Return which of two saves that made the same says more: the one that isn't in the other's page."""
    if first_holds != second_holds:
        return first if first_holds else second
    return max(filter(None, (first, second)), default=None)


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


def changes_since(page: Page, annotations: Mapping[str, Annotation], save: Save, *, anew: bool) -> Mapping[str, Save]:
    """Return in which save each of `annotations` was last changed: in `save` where it isn't as `page` has it.

    That one was only found again in another version of the text is no change of it. `anew` tells that the page was
    never saved as it is: what it doesn't say of an annotation itself counts as changed.
    """
    known = page.changed if anew or page.changed else {name: page.changed_in(name) for name in page.annotations}
    changed: dict[str, Save] = {}
    for name, one in annotations.items():
        before = page.annotations.get(name)
        # Of ten thousand, nearly all are the very objects that they were.
        stays = before is one or (before is not None and (before == one or same_but_for_places(before, one)))
        changed[name] = (known.get(name) if stays else None) or save
    return MappingProxyType(changed)
