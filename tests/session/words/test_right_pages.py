"""Pages that were once shown wrong: over-conversions in our own edition, quotations in the other script in any."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.script import Edition, Script, load_tables

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.session import Session

OVER_CONVERTED = """\
百年历史有什么用？

余先生


这里有百年历史，伟大历程。天气不干燥，别去干涉一个中年人，范先生在子丑寅卯之间直发抖。


范小姐


干杯，松脆饼干，海底两万里，埃里克森。
"""
QUOTING = """\
轉貼一段對岸的說法，大家怎麼看？

作者：台北讀者

我覺得這件事沒有那麼簡單，裡面的關係很複雜，你們看看他怎麼說的，我抬頭看了很久。

“这件事情其实很简单，关键是要看后面怎么发展，大家不要着急，头发都白了还没有结果。”

以上是他的原話，我認為這種說法並不準確。
"""


def shown(session: Session, tmp_path: Path, words: str, edition: Edition, script: Script) -> str:
    """Return the first page of the thread `words` in `script`, shown by `edition`."""
    for config in ("s2tw", "tw2s"):
        load_tables(config, edition)
    path = tmp_path / "thread.txt"
    path.write_text(words, encoding="utf-8")
    assert session.shelf.open(path)
    session.choose_edition(edition)
    session.show_script(script)
    page = session.page()
    assert page is not None
    return page.text


def test_our_own_edition_converts_no_word_too_much(session: Session, tmp_path: Path) -> None:
    page = shown(session, tmp_path, OVER_CONVERTED, Edition.BAIJIA, Script.TRADITIONAL)
    assert page == "這裡有百年歷史，偉大歷程。天氣不乾燥，別去干涉一個中年人，范先生在子丑寅卯之間直發抖。"
    assert [session.pages.shown(name) for name in ("余先生", "范小姐")] == ["余先生", "范小姐"]
    session.show_answer(1)
    page = session.page()
    assert page is not None
    assert page.text == "乾杯，鬆脆餅乾，海底兩萬里，埃里克森。"


@pytest.mark.parametrize("edition", Edition)
def test_a_quotation_in_the_other_script_reads_right_in_both(
    session: Session, tmp_path: Path, edition: Edition
) -> None:
    simplified = shown(session, tmp_path, QUOTING, edition, Script.SIMPLIFIED)
    assert "关键是要看后面怎么发展，大家不要着急，头发都白了还没有结果" in simplified
    assert "你们看看他怎么说的，我抬头看了很久" in simplified
    assert not set("幺擡麼這") & set(simplified)
    traditional = shown(session, tmp_path, QUOTING, edition, Script.TRADITIONAL)
    assert "關鍵是要看後面怎麼發展，大家不要著急，頭髮都白了還沒有結果" in traditional
    assert "你們看看他怎麼說的，我抬頭看了很久" in traditional
