"""The languages of the interface: complete, built, and chosen by the system's locale."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale, QTranslator

from desktop.paths import resource
from desktop.ui.wording.language import LANGUAGES, Translator, system_language
from tests import translations
from tests.test_architecture import HOUSE

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

GAPS = re.compile(r"\{\w+\}|%L?n|%L?\d")
ASKING = ("tr", "translate")


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with `.ts` files made from the sources alone."""
    folder = tmp_path_factory.mktemp("translations")
    translations.update(folder)
    return folder


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_the_sources_is_translated(fresh: Path, language: str) -> None:
    asked = translations.messages(fresh / f"baijia_{language}.ts")
    given = translations.messages(resource(f"translations/baijia_{language}.ts"))
    assert set(given) == set(asked), "run python -m tests.translations"
    assert [key for key, forms in given.items() if not forms or not all(forms)] == []


def test_no_text_hides_in_an_f_string_where_lupdate_does_not_see_it() -> None:
    for module in HOUSE:
        strings = (node for node in ast.walk(module.tree) if isinstance(node, ast.JoinedStr))
        calls = (node for string in strings for node in ast.walk(string) if isinstance(node, ast.Call))
        hidden = [call.lineno for call in calls if ast.unparse(call.func).rpartition(".")[2] in ASKING]
        assert not hidden, module.name


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_app_loads_is_what_the_translators_wrote(language: str) -> None:
    translator = QTranslator()
    assert translator.load(str(resource(f"translations/baijia_{language}.qm")))
    given = translations.messages(resource(f"translations/baijia_{language}.ts"))
    assert given
    for (context, source), forms in given.items():
        assert translator.translate(context, source, "", 1 if "%n" in source or "%Ln" in source else -1) in forms


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_gap_of_a_sentence_is_in_its_translation(language: str) -> None:
    given = translations.messages(resource(f"translations/baijia_{language}.ts"))
    for (_, source), forms in given.items():
        for form in forms:
            assert sorted(GAPS.findall(form)) == sorted(GAPS.findall(source)), source


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        ("zh_TW", "zh_Hant"),
        ("zh_HK", "zh_Hant"),
        ("zh_MO", "zh_Hant"),
        ("zh_CN", "zh_Hans"),
        ("zh_SG", "zh_Hans"),
        ("zh_Hant_CN", "zh_Hant"),
        ("en_CA", "en"),
        ("fr_FR", "en"),
        ("C", "zh_Hant"),
    ],
)
def test_the_system_locale_chooses_the_language(locale: str, language: str) -> None:
    assert system_language(QLocale(locale)) == language


def test_speaking_the_same_language_again_is_no_change(qapp: QApplication) -> None:
    interpreter = Translator(qapp)
    assert interpreter.speak("zh_Hans")
    assert not interpreter.speak("zh_Hans")
    assert interpreter.speak("en")
