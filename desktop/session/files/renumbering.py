"""The reader's place in a thread of which something was said since: that lines are authors' names, or none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.session.naming.renamed import AnswerNumbers

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from desktop.documents import Document
    from desktop.documents.naming import Naming
    from desktop.session.files.place import Place


def renumbered(
    place: Place, named: Mapping[str, bool], document: Document, as_said: Callable[[Document, Naming], Document]
) -> Place:
    """Return `place` in `document`, whose answers were numbered by what was `named`, by their numbers now.

    `as_said` returns a document as a naming alone has it.
    """
    then = as_said(document, tuple(replace(line, is_name=named.get(line.id)) for line in document.naming))
    if not then.answers or not document.answers:
        return place
    numbers, last = AnswerNumbers(then, document), len(then.answers) - 1
    old = min(place.answer, last)
    answer = numbers.same(old)
    side = place.beside if place.beside is not None and place.beside.answer <= last else None
    there = None if side is None else numbers.same(side.answer)
    beside = None if side is None or there is None else replace(side, answer=there)
    looked = numbers.of_same({number: number for number in place.looked if number <= last})
    return replace(
        place,
        answer=numbers.at(numbers.offset(old, place.positions)) if answer is None else answer,
        positions=numbers.positions(old, place.positions),
        read=tuple(sorted(numbers.read(frozenset(place.read)))),
        unfolded=(),
        beside=beside,
        looked=tuple(sorted(looked)),
    )
