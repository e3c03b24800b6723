"""The editions of the dictionaries by name, and the names of the configurations that each has."""

from __future__ import annotations

from enum import StrEnum


class Edition(StrEnum):
    """Whose dictionaries a conversion uses; `desktop.script.tables.editions` says what else is different."""

    REIMPLEMENTED = "opencc-python"
    OFFICIAL = "opencc"
    BAIJIA = "baijia"


CONFIGS = ("t2s", "s2t", "s2tw", "s2twp", "s2hk", "tw2s", "tw2sp", "hk2s", "t2tw", "t2hk")
"""The OpenCC configurations that `convert` knows."""
