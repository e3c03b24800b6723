"""The reader's place in a document, as it is kept, and the same place in another version: at the same words."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import asdict, dataclass, field, replace
from operator import attrgetter
from typing import TYPE_CHECKING, Any, cast

from desktop.script import Script, fold
from desktop.session.listing import Order
from desktop.session.pane import OtherSide, Pane

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.documents import Document

_LARGEST = 2**31 - 1
"""No offset or index is larger: a document has 64 MiB at most, and Qt counts in C's int."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the reader was in one document: answer, offsets by answer (code points), lit terms, answers read.

    `source_script` is set only where the reader corrected what was detected, `order` where he chose one;
    `unfolded` are the answers whose comments were shown; `apart` tells that each post is listed by itself. `looked`
    are the changed answers that were looked at, `told` tells that the sentence about them was said: both are about
    this version alone. `beside` is what stood beside the pane that `answer` was in. `named` is what the
    reader had said of lines by then, by their ids, and what the answers are numbered by; None where it isn't known.
    `others` are what a later version of the app remembered besides, as JSON.
    """

    answer: int = 0
    positions: Mapping[int, int] = field(default_factory=dict[int, int])
    lights: tuple[tuple[str, int], ...] = ()
    read: tuple[int, ...] = ()
    source_script: str | None = None
    order: Order | None = None
    unfolded: tuple[int, ...] = ()
    apart: bool = False
    looked: tuple[int, ...] = ()
    told: bool = False
    beside: OtherSide | None = None
    named: Mapping[str, bool] | None = None
    others: Mapping[str, Any] = field(default_factory=dict[str, Any], compare=False)


def named_in(document: Document) -> dict[str, bool]:
    """Return what the reader has said of lines of `document`, by their ids."""
    return {line.id: line.is_name for line in document.naming if line.is_name is not None}


def carried(place: Place, old: Document, new: Document) -> Place:
    """Return `place`, which was in `old`, as one in `new`, another version of the same thread."""
    return VersionMap(old, new).carried(place)


class VersionMap:
    """Maps places in one version of a thread, `old`, to places in another, `new`, by the words that both have."""

    def __init__(self, old: Document, new: Document) -> None:
        self._old = old
        self._new = new
        # Imported late: a text has seldom changed, and then nothing is compared before the first paint.
        from desktop.annotations.anchoring.textdiff import align

        self._runs = align(fold(old.text), fold(new.text)).by_old
        self._starts = [answer.span.start for answer in new.answers]

    def carried(self, place: Place) -> Place:
        """Return `place`, which was in the old version, as one in the new.

        Answers are followed by their words: one that more were put before keeps its place and its mark of having
        been read. What was in an answer that is gone is left behind; the reader is put where it was.
        """
        positions: dict[int, int] = {}
        for index, offset in place.positions.items():
            here = self.same(index)
            if here is not None:
                span = self._new.answers[here].extent
                positions[here] = max(span.start, min(self.offset(offset), span.end))
        return replace(
            place,
            answer=self.nearest(place.answer),
            positions=positions,
            read=self._all_same(place.read),
            unfolded=self._all_same(place.unfolded),
            beside=self.beside(place.beside),
            looked=(),
            told=False,
        )

    def beside(self, side: OtherSide | None) -> OtherSide | None:
        """Return what stood beside the page in the new version, None when its author no longer has that answer."""
        here = None if side is None else self.same(side.answer)
        if side is None or here is None:
            return None
        return replace(side, answer=here, offset=None if side.offset is None else self.offset(side.offset))

    def _all_same(self, indices: tuple[int, ...]) -> tuple[int, ...]:
        """Return the answers that these old ones are now, in order."""
        return tuple(sorted({here for index in indices if (here := self.same(index)) is not None}))

    def offset(self, offset: int) -> int:
        """Return where the words at `offset` of the old text are; of those that are gone, where the next are."""
        index = bisect_right(self._runs, offset, key=attrgetter("old"))
        if index and offset < self._runs[index - 1].old + self._runs[index - 1].length:
            return self._runs[index - 1].new + offset - self._runs[index - 1].old
        if index < len(self._runs):
            return self._runs[index].new
        return len(self._new.text)

    def nearest(self, index: int) -> int:
        """Return the answer in which the old answer `index` stands, or what follows where it stood."""
        if not 0 <= index < len(self._old.answers):
            return 0
        return max(0, bisect_right(self._starts, self.offset(self._old.answers[index].span.start)) - 1)

    def same(self, index: int) -> int | None:
        """Return the answer that the old answer `index` is now, None when its author no longer has one there."""
        if not 0 <= index < len(self._old.answers):
            return None
        here = self.nearest(index)
        return here if fold(self._new.answers[here].author) == fold(self._old.answers[index].author) else None


def place_of_pane(pane: Pane, read: tuple[int, ...]) -> Place:
    """Return the reader's place in `pane`, with the answers that were `read`."""
    return Place(pane.answer, pane.positions, read=read, unfolded=tuple(sorted(pane.unfolded)))


def pane_at(document: Document, place: Place, before: Pane | None = None) -> Pane:
    """Return a pane on `document` with the reader at `place`; in the script of the one that it was `before`."""
    answer = max(0, min(place.answer, len(document.answers) - 1))
    pane = replace(before, selection=None, goal=None, hit=None) if before is not None else Pane()
    unfolded = frozenset(place.unfolded) & frozenset(range(len(document.answers)))
    return replace(pane, answer=answer, positions=dict(place.positions), unfolded=unfolded)


def side_at(document: Document, place: Place) -> OtherSide | None:
    """Return what is to stand beside the page of a reader at `place`; None: nothing that `document` has."""
    side = place.beside
    return side if side is not None and side.answer < len(document.answers) else None


# -- in the file ---------------------------------------------------------------------------------------------------


def place_to_json(place: Place) -> dict[str, Any]:
    """Return `place` as a JSON object, with what a later version of the app remembered besides."""
    known = asdict(replace(place, others={}))
    del known["others"]
    return {**place.others, **known}


def place_from_json(raw: dict[str, Any]) -> Place:
    """Return the place that a JSON object tells; what it lacks or has wrong is as if nothing were known of it."""
    source_script = raw.get("source_script")
    positions = ((_number(key), value) for key, value in members(raw.get("positions")).items())
    return Place(
        answer=raw["answer"] if _is_count(raw.get("answer")) else 0,
        positions={key: value for key, value in positions if _is_count(key) and _is_count(value)},
        lights=tuple((light[0], light[1]) for light in map(array, array(raw.get("lights"))) if _is_light(light)),
        read=tuple(index for index in array(raw.get("read")) if _is_count(index)),
        unfolded=tuple(index for index in array(raw.get("unfolded")) if _is_count(index)),
        source_script=source_script if isinstance(source_script, str) else None,
        order=Order(raw["order"]) if raw.get("order") in tuple(Order) else None,
        apart=raw.get("apart") is True,
        looked=tuple(index for index in array(raw.get("looked")) if _is_count(index)),
        told=raw.get("told") is True,
        beside=_side(members(raw.get("beside"))),
        named=_said(raw.get("named")),
        others=unknown(raw, place_to_json(Place())),
    )


def _side(raw: dict[str, Any]) -> OtherSide | None:
    """Return what stood beside the page, None where that is not told."""
    if not _is_count(raw.get("answer")):
        return None
    return OtherSide(
        raw["answer"],
        raw["offset"] if _is_count(raw.get("offset")) else None,
        Script(raw["script"]) if raw.get("script") in tuple(Script) else None,
        at_left=raw.get("at_left") is True,
        unfolded=raw.get("unfolded") is True,
    )


def _said(value: object) -> dict[str, bool] | None:
    """Return what was said of lines by their ids, None for what is no JSON object."""
    if not isinstance(value, dict):
        return None
    return {key: is_name for key, is_name in members(cast("object", value)).items() if isinstance(is_name, bool)}


def _number(key: str) -> int:
    """Return the number that a JSON object has as a key, -1 for what is none; a longer one is no index anyway."""
    return int(key) if key.isdecimal() and len(key) <= len(str(_LARGEST)) else -1


def _is_count(value: object) -> bool:
    return type(value) is int and 0 <= value <= _LARGEST


def _is_light(value: list[Any]) -> bool:
    return len(value) == 2 and isinstance(value[0], str) and _is_count(value[1])


def members(value: object) -> dict[str, Any]:
    """Return the members of a JSON object, none for anything else."""
    return cast("dict[str, Any]", value) if isinstance(value, dict) else {}


def array(value: object) -> list[Any]:
    """Return the items of a JSON array, none for anything else."""
    return cast("list[Any]", value) if isinstance(value, list) else []


def unknown(raw: dict[str, Any], known: Mapping[str, Any]) -> dict[str, Any]:
    """Return the members of a JSON object that a later version of the app put there."""
    return {key: value for key, value in raw.items() if key not in known}
