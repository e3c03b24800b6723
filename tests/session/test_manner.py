"""How words are shown to whom: what a region's readers see who have chosen nothing."""

from __future__ import annotations

import pytest

from desktop.script import Edition, Script
from desktop.session.manner import first_manner


@pytest.mark.parametrize(
    ("languages", "shown"),
    [
        ("zh-Hant-TW zh-TW zh-Hant zh", (Script.ORIGINAL, "taiwan", "mainland")),
        ("zh-Hant-HK zh-HK zh-Hant zh", (Script.ORIGINAL, "hong-kong", "hong-kong-source")),
        ("zh-Hant-MO zh-MO zh-Hant zh", (Script.ORIGINAL, "hong-kong", "hong-kong-source")),
        ("yue-Hant-HK yue-HK", (Script.ORIGINAL, "hong-kong", "hong-kong-source")),
        ("zh-Hans-CN zh-CN zh-Hans zh", (Script.SIMPLIFIED, "standard", "mainland")),
        ("zh-Hans-SG zh-SG", (Script.SIMPLIFIED, "standard", "mainland")),
        ("zh_CN", (Script.SIMPLIFIED, "standard", "mainland")),
        ("zh-Hans-HK", (Script.SIMPLIFIED, "hong-kong", "hong-kong-source")),
        ("en-Latn-US en-US en zh-Hant-TW", (Script.ORIGINAL, "taiwan", "mainland")),
        ("en-Latn-US en zh-Hans-CN", (Script.ORIGINAL, "standard", "mainland")),
        ("en-Latn-HK en-HK", (Script.ORIGINAL, "hong-kong", "hong-kong-source")),
        ("C", (Script.ORIGINAL, "standard", "mainland")),
        ("", (Script.ORIGINAL, "standard", "mainland")),
    ],
)
def test_who_has_chosen_nothing_is_shown_words_as_their_region_has_them(
    languages: str, shown: tuple[Script, str, str]
) -> None:
    manner = first_manner(languages.split())
    assert (manner.script, manner.traditional, manner.simplified) == shown
    assert manner.edition is Edition.BAIJIA
