"""The interface's words have the punctuation of its own language, whatever script the page shows."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontInfo, QFontMetrics, QImage, QPainter

from desktop.script import Script
from desktop.ui.look.look import Look
from desktop.ui.wording.language import Translator
from desktop.ui.wording.punctuation import introduced, listed
from tests.test_architecture import HOUSE
from tests.translations import FOLDER, messages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

    from desktop.session import Session

CHINESE = re.compile("[「」『』：、，。；？！（）《》]")
HALF = re.compile(r"[一-鿿]\s*[,:;?!]|[,;?!]\s*[一-鿿]|[一-鿿]\.|\.\.\.")
SYNTAX = re.compile(r"\((?:\*[.\w]*\s?)+\);*|\(&\w\)|\{\w+\}")
"""What is no punctuation: the patterns of a file dialog, letters to press, gaps."""


@pytest.mark.parametrize(("language", "strange"), [("zh_Hant", "[“”‘’]"), ("zh_Hans", "[「」『』]")])
def test_chinese_has_full_width_marks_and_the_quotes_of_its_region(language: str, strange: str) -> None:
    for (context, source), found in messages(FOLDER / f"baijia_{language}.ts").items():
        for words in found:
            bare = SYNTAX.sub("", words)
            assert not HALF.search(bare), (context, words)
            assert not re.search(strange, bare), (context, words)
            assert not CHINESE.search(SYNTAX.sub("", source)), (context, source)


def test_no_chinese_punctuation_is_put_between_words_outside_of_the_translations() -> None:
    """A string that joins or formats, such as f"{author}：", is the same in every language."""
    # These look for marks in what was written.
    reading = {f"desktop.ui.{name}" for name in ("fields.tag_field", "page.typesetting", "page.lines")}
    for module in HOUSE:
        if module.room != "ui" or module.name in reading:
            continue
        docstrings = {id(node.value) for node in ast.walk(module.tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
                assert not CHINESE.search(node.value), f"{module.name}:{node.lineno}"


def test_every_text_is_translated_in_the_context_of_its_own_class() -> None:
    """For lupdate, `desk.tr` is in the context "desk", whatever class that is of: it finds no translation then."""
    for module in HOUSE:
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "tr":
                receiver = node.func.value
                assert isinstance(receiver, ast.Name), f"{module.name}:{node.lineno}"
                assert receiver.id == "self", f"{module.name}:{node.lineno}"


@pytest.fixture
def speaking(qapp: QApplication) -> Iterator[Translator]:
    interpreter = Translator(qapp)
    yield interpreter
    interpreter.speak("en")


@pytest.mark.parametrize(
    ("language", "list_of_two", "said"),
    [("en", "a, b", "a:"), ("zh_Hant", "a、b", "a："), ("zh_Hans", "a、b", "a：")],
)
def test_lists_and_colons(speaking: Translator, language: str, list_of_two: str, said: str) -> None:
    speaking.speak(language)
    assert listed(["a", "b"]) == list_of_two
    assert introduced("a") == said


def drawn(font: QFont, words: str) -> bytes:
    image = QImage(240, 48, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    painter.setFont(font)
    painter.drawText(QPointF(4, 36), words)
    painter.end()
    return bytes(image.constBits())


@pytest.mark.parametrize("language", ["zh_Hant", "zh_Hans", "en"])
def test_the_interface_is_drawn_the_same_whichever_script_the_page_shows(
    qapp: QApplication, session: Session, language: str
) -> None:
    look = Look(qapp, session, language)
    seen: set[bytes] = set()
    for script in (Script.TRADITIONAL, Script.SIMPLIFIED):
        session.show_script(script)
        font = look.interface_font(32)
        if not QFontInfo(font).family().startswith("Noto Sans CJK") and language != "en":
            pytest.skip("no face for all of CJK is installed")
        seen.add(drawn(font, "，。：骨直"))
    assert len(seen) == 1


def test_english_has_quotes_as_narrow_as_its_letters(session: Session, qapp: QApplication) -> None:
    font = Look(qapp, session, "en").interface_font(32)
    assert QFontMetrics(font).horizontalAdvance("“”") < 2 * 20
