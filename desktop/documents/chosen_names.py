"""What a reader said of names in a thread: how one is written in traditional script, or that words are no name.

A name is known by its simplified form, whichever script it stands in. Two who said something of one name are brought
together by the time: the later holds.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from desktop.documents.naming import moment_after

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

LONGEST_CHOSEN = 24
"""The code points of the longest words that can be said to be a name; one character alone is none."""


def _no_extra() -> Mapping[str, Any]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class NameChoice:
    """Words of which a reader has said whether they are a name, and how it is written."""

    name: str
    """The words in simplified script."""
    form: str
    """How they are written in traditional script, in OpenCC's own standard, equally long; "" unless it is a name."""
    is_name: bool | None
    """Whether they are a name; None: that is left to the app again."""
    modified: datetime
    """When this was last changed, with a time zone, be it by taking a step back."""
    extra: Mapping[str, Any] = field(default_factory=_no_extra, hash=False)
    """What a later version of the app says of it besides, as JSON."""

    def says_as(self, other: NameChoice | None) -> bool:
        """Tell whether the `other` of the same words says the same; None says nothing of them."""
        if other is None or other.is_name is None:
            return self.is_name is None
        return (self.is_name, self.form) == (other.is_name, other.form)


NameChoices = tuple[NameChoice, ...]
"""All that was said of the names of one thread, in the order of the words, each of which is there once."""


def is_choosable(name: str, form: str) -> bool:
    """Tell whether `name`, in simplified script, can be said to be a name that is written as `form`."""
    fits = 1 < len(name) <= LONGEST_CHOSEN and len(form) == len(name)
    return fits and name.isprintable() and form.isprintable() and name.strip() == name


def choices_joined(one: NameChoices, other: NameChoices) -> NameChoices:
    """Return what both say; of one name what was said later holds, whoever asks and in whatever order."""
    if not other or one is other:
        return one
    found = {choice.name: choice for choice in one}
    for choice in other:
        known = found.get(choice.name)
        if known is None or _precedence(known) < _precedence(choice):
            found[choice.name] = choice
    together = tuple(found[name] for name in sorted(found))
    return one if together == one else together


def _precedence(choice: NameChoice) -> tuple[Any, ...]:
    """Return what the later of two has more of; where the clocks agree, anything that all machines agree on."""
    return choice.modified, repr(choice.is_name), choice.form, repr(sorted(choice.extra.items()))


def chosen(before: NameChoices, name: str, form: str, *, is_name: bool | None, now: datetime) -> NameChoice:
    """Return what is said `now` of `name`, later than all that was said `before`."""
    known = next((choice for choice in before if choice.name == name), None)
    moment = moment_after((choice.modified for choice in before), now)
    return NameChoice(name, form, is_name, moment, known.extra if known is not None else _no_extra())


def said_again(before: NameChoices, choices: Iterable[NameChoice], now: datetime) -> NameChoices:
    """Return `choices`, which were said once, as they are to be said `now` to hold again, after all said `before`."""
    moment = moment_after((choice.modified for choice in before), now)
    return tuple(replace(choice, modified=moment) for choice in choices)


def as_said(choices: NameChoices) -> tuple[tuple[str, str | None], ...]:
    """Return what `choices` say of words that isn't taken back: the form of a name, None for what is none."""
    return tuple(
        (choice.name, choice.form if choice.is_name else None) for choice in choices if choice.is_name is not None
    )
