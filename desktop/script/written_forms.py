"""The forms that a simplified name can have in traditional script, for a reader to choose from."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from desktop.script.choices import traditional_forms
from desktop.script.converter import convert
from desktop.script.edition import Edition
from desktop.script.tables.dictionaries import first_candidate, read_dictionary
from desktop.script.tables.editions import PACKAGES

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_FORMS = 8
_MOST_VARYING = 3
_IN_NO_NAME = frozenset("鈡榦寀哩剋賙硃衚囌麴懞矇彆")
"""Forms that nobody is called by."""
_REGIONS = {"s2tw": "TWVariants.txt", "s2twp": "TWVariants.txt", "s2hk": "HKVariants.txt"}


def has_several_forms(character: str, edition: Edition = Edition.BAIJIA) -> bool:
    """Tell whether a simplified character stands for several traditional ones. Raises DictionaryError."""
    return character in traditional_forms(edition)


def forms_of(words: str, edition: Edition = Edition.BAIJIA) -> list[str]:
    """Return how simplified `words`, a name, can be written in traditional script, in OpenCC's own standard.

    Those with the fewest unusual characters come first, `_MOST_FORMS` at most; of many characters with a choice one
    varies at a time. Raises DictionaryError.
    """
    plain = convert(words, "s2t", edition).text
    known = traditional_forms(edition)
    if len(plain) != len(words):
        return [plain]
    options = [
        [form[0] for form in known.get(each, (shown,)) if form[0] not in _IN_NO_NAME] or [shown]
        for each, shown in zip(words, plain, strict=True)
    ]
    places = [place for place, each in enumerate(options) if len(each) > 1]
    if len(places) > _MOST_VARYING:
        usual = [each[0] for each in options]
        varied = [(*usual[:place], each, *usual[place + 1 :]) for place in places for each in options[place][1:]]
        found = [tuple(usual), *varied]
    else:
        found = sorted(product(*options), key=lambda one: _unusual(one, options))
    return ["".join(one) for one in found][:_MOST_FORMS]


def _unusual(form: Sequence[str], options: Sequence[Sequence[str]]) -> tuple[int, int]:
    ranks = [each.index(character) for character, each in zip(form, options, strict=True)]
    return sum(rank > 0 for rank in ranks), sum(ranks)


def in_region(form: str, config: str | None) -> str:
    """Return a `form` in OpenCC's own standard as texts that are shown by `config` write it: 裏 as 裡."""
    name = _REGIONS.get(config or "")
    if name is None:
        return form
    regional = read_dictionary(name, PACKAGES[Edition.BAIJIA])
    return "".join(first_candidate(regional.get(character, character)) for character in form)
