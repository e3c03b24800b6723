"""What was said of the lines of a similar thread taken over to the open one, as a step that can be taken back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.documents.naming import holding, joined, undone
from desktop.session.steps import NamingStep

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.documents.naming import NamedLine, Naming
    from desktop.documents.text_rows import TextRows


def taking_over(ours: Naming, theirs: Naming, rows: TextRows, now: datetime) -> NamingStep | None:
    """Return the step that has what is said of lines in `theirs` said here too, None where that changes nothing.

    Of a line that was spoken of in `ours` as well, what was said later holds. It is all said `now`, so that it can be
    taken over again after it was taken back.
    """
    known = {line.id: line for line in ours}
    fresh = [line for line in joined(holding(ours), holding(theirs)) if not is_as(line, known.get(line.id))]
    here = rows.said_in(holding(ours))
    also = {line.id: here[number] for number, line in rows.said_in(tuple(fresh)).items() if number in here}
    taken = [line for line in fresh if line.id not in also or also[line.id].modified <= line.modified]
    if not taken:
        return None
    before = tuple(known.get(line.id) or _as_said(line, also.get(line.id)) for line in taken)
    return NamingStep(before, undone(ours, taken, now))


def is_as(line: NamedLine, known: NamedLine | None) -> bool:
    """Tell whether what is `known` of a line is still what was said of it."""
    if known is None or known.is_name is None:
        return line.is_name is None
    return (known.is_name, known.said) == (line.is_name, line.said)


def _as_said(line: NamedLine, before: NamedLine | None) -> NamedLine:
    """Return `line` as it is to be said again for what was said of it `before` under another id to hold."""
    if before is None:
        return replace(line, is_name=None)
    return replace(line, is_name=before.is_name, said=before.said)
