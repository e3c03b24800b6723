"""Qt's file dialog, where the desktop has none of its own: all in the interface's language, its types to be seen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QFileDialog, QLabel, QStyle, QStyleOptionComboBox

from desktop.paths import resource
from desktop.ui.look.theme import DARK, LIGHT, style_sheet
from desktop.ui.wording.language import Translator
from desktop.ui.wording.qt_words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from desktop.ui.look.look import Look
    from desktop.ui.look.theme import Tokens


@pytest.fixture
def dialog(qapp: QApplication, qtbot: QtBot, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[QFileDialog]:
    interpreter = Translator(qapp)
    interpreter.speak(request.param)
    dialog = QFileDialog(None, "問", str(tmp_path))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setNameFilters(["問 (*.甲)", "丙 (*)"])
    qtbot.addWidget(dialog)
    dialog.show()
    yield dialog
    dialog.close()
    interpreter.speak("en")


@pytest.mark.parametrize("dialog", ["zh_Hant", "zh_Hans"], indirect=True)
@pytest.mark.parametrize("mode", QFileDialog.AcceptMode)
def test_no_word_of_it_is_english(dialog: QFileDialog, mode: QFileDialog.AcceptMode) -> None:
    dialog.setAcceptMode(mode)
    for kind in (QLabel, QAbstractButton):
        for widget in dialog.findChildren(kind):
            for words in (widget.text(), widget.toolTip()):
                assert not re.search("[A-Za-z]{2,}", words), words


def test_the_words_that_are_ours_to_translate_are_qts() -> None:
    assert all(word.endswith(":") for word in WORDS)


@pytest.mark.parametrize(("tokens", "name"), [(LIGHT, "chevron-light"), (DARK, "chevron-dark")])
def test_the_box_of_types_has_an_arrow_in_either_theme(look: Look, tokens: Tokens, name: str) -> None:
    arrow = resource(f"icons/{name}.svg")
    assert arrow.as_posix() in style_sheet(tokens)
    assert tokens.second in arrow.read_text("utf-8")


@pytest.mark.parametrize("dialog", ["zh_Hant"], indirect=True)
def test_the_arrow_is_drawn(look: Look, dialog: QFileDialog) -> None:
    box = dialog.findChild(QComboBox, "fileTypeCombo")
    assert box is not None
    option = QStyleOptionComboBox()
    option.initFrom(box)
    part = QStyle.SubControl.SC_ComboBoxArrow
    place = box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, box)
    image = box.grab(place).toImage()
    colors = {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}
    assert len(colors) > 2
