"""The language of the interface; the script of the page is another matter."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator

from desktop.paths import resource

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication

LANGUAGES = ("zh_Hant", "zh_Hans", "en")
"""Traditional Chinese comes first: it is the house's own and is spoken where the system names no language."""

# Qt's own translations are named by region, ours by script.
_QT_NAMES = {"zh_Hant": "zh_TW", "zh_Hans": "zh_CN", "en": "en"}


def system_language(locale: QLocale | None = None) -> str:
    """Return the language of `LANGUAGES` that suits the system's first preference.

    Chinese is told apart by script, which Qt derives for Hong Kong, Macau and Singapore too.
    """
    locale = locale or QLocale.system()
    if locale.language() is QLocale.Language.Chinese:
        simplified = locale.script() is QLocale.Script.SimplifiedHanScript
        return "zh_Hans" if simplified else "zh_Hant"
    return "zh_Hant" if locale.language() is QLocale.Language.C else "en"


@cache
def _translators() -> tuple[QTranslator, ...]:
    """Return our translators into every language, which nothing is installed of; they take a few ms to load."""
    loaded = ((QTranslator(), language) for language in LANGUAGES)
    return tuple(one for one, language in loaded if one.load(str(resource("translations") / f"baijia_{language}.qm")))


def in_every_language(context: str, text: str) -> tuple[str, ...]:
    """Return `text`, which is in English, and what it is in each of our languages."""
    return (text, *filter(None, (one.translate(context, text) for one in _translators())))


class Translator:
    """Has the application speak one language at a time. Texts drawn before a change must be drawn anew."""

    def __init__(self, app: QCoreApplication) -> None:
        self._app = app
        self._translators: list[QTranslator] = []
        self.language = ""

    def speak(self, language: str) -> bool:
        """Speak `language` ("" for the system's); return whether that is a change."""
        wanted = language if language in LANGUAGES else system_language()
        if wanted == self.language:
            return False
        self.language = wanted
        for translator in self._translators:
            self._app.removeTranslator(translator)
        self._translators = [t for t in (self._ours(wanted), self._qts(wanted)) if t is not None]
        for translator in self._translators:
            self._app.installTranslator(translator)
        return True

    def _ours(self, language: str) -> QTranslator | None:
        translator = QTranslator()
        return translator if translator.load(str(resource("translations") / f"baijia_{language}.qm")) else None

    def _qts(self, language: str) -> QTranslator | None:
        translator = QTranslator()
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        return translator if translator.load(f"qtbase_{_QT_NAMES[language]}", folder) else None
