"""The look: which theme and which fonts the window wears at this moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from desktop.paths import resource
from desktop.script import Script, SourceScript, detect_script
from desktop.session import State, Theme
from desktop.ui.look.theme import DARK, LIGHT, Tokens, palette, style_sheet

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from desktop.session import Session

FRAME_PX = 14
SMALL_PX = 12
SIDE_PX = 20
"""How far from the window's left edge words begin, in the sidebar and in the bar above it."""

# The bundled face comes first: it is the only one sure to have the glyph shapes of its region; the other region's
# comes last, for characters that the first lacks. The rest are the faces that desktops ship.
_SERIF = {
    Script.TRADITIONAL: ("Baijia Serif TC", "Source Han Serif TC", "Noto Serif CJK TC", "Songti TC", "PMingLiU"),
    Script.SIMPLIFIED: ("Baijia Serif SC", "Source Han Serif SC", "Noto Serif CJK SC", "Songti SC", "SimSun"),
}
_SANS = {
    Script.TRADITIONAL: (
        "Noto Sans CJK TC",
        "Noto Sans TC",
        "Source Han Sans TC",
        "PingFang TC",
        "Microsoft JhengHei",
    ),
    Script.SIMPLIFIED: ("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei"),
}
# For English: the desktop's own face, unless that is the name of whatever stands first, which may be a Chinese one.
_GENERIC = frozenset({"", "Sans", "Sans Serif", "sans-serif"})
_LATIN = ("Noto Sans", "DejaVu Sans", "Liberation Sans", "Segoe UI", "Helvetica Neue", "Arial")
_MONO = ("Noto Sans Mono", "DejaVu Sans Mono", "Cascadia Mono", "Consolas", "SF Mono", "Menlo", "Liberation Mono")
_LOCALES = {Script.TRADITIONAL: "zh_TW", Script.SIMPLIFIED: "zh_CN"}


class Look(QObject):
    """Dresses the application and tells widgets the colours and fonts to draw with.

    `changed` is emitted after the theme, the script's fonts or the text size changed; widgets then ask again.
    """

    changed = Signal()

    def __init__(self, app: QApplication, session: Session, language: str = "zh_Hant") -> None:
        super().__init__(session)
        self._app = app
        self._language = language
        self._session = session
        self._tokens = LIGHT
        for name in ("BaijiaSerifTC-Regular.otf", "BaijiaSerifSC-Regular.otf"):
            QFontDatabase.addApplicationFont(str(resource(f"fonts/{name}")))
        session.changed.connect(self._render)
        self._hints = QGuiApplication.styleHints()
        self._hints.colorSchemeChanged.connect(self._dress)
        self._dress()

    @property
    def tokens(self) -> Tokens:
        """The colours of the theme that is worn."""
        return self._tokens

    @property
    def page_px(self) -> int:
        """The size of the page's text, in pixels."""
        return self._session.state.preferences.text_size

    def page_font(self, script: Script, pixels: int | None = None) -> QFont:
        """Return the serif in the glyph shapes of `script`, by default in the reader's text size (pixels)."""
        return self.serif_font(script, pixels or self.page_px)

    def quote_font(self, pixels: int) -> QFont:
        """Return the serif for words of the thread around the page, in the glyph shapes of the script shown."""
        return self.serif_font(self._session.shown_script, pixels)

    def serif_font(self, script: Script, pixels: int) -> QFont:
        """Return the serif in the glyph shapes of `script`, which is not the original.

        Each of its faces is of one region, so that it needs none of a `_regional` font's care; the app's own font,
        which a new one is made after, is one of those.
        """
        font = QFont()
        font.clearFeatures()
        font.setFamilies([*_SERIF[script], _SERIF[_other(script)][0]])
        font.setPixelSize(pixels)
        return font

    def heading_font(self, pixels: int, script: Script | None = None) -> QFont:
        """Return the bold serif of headings, in `pixels`, in the glyph shapes of `script`; None: of the one shown."""
        font = self.serif_font(script or self._session.shown_script, pixels)
        # The bundled faces are regular only; Qt thickens them by itself from Bold on, and not before.
        font.setWeight(QFont.Weight.Bold)
        return font

    def frame_font(self, pixels: int = FRAME_PX) -> QFont:
        """Return the sans for words of the thread around the page, in the glyph shapes of the script shown."""
        return self.script_font(self._session.shown_script, pixels)

    def interface_font(self, pixels: int = FRAME_PX) -> QFont:
        """Return the sans of the interface's own words, in the glyph shapes of its language.

        A Chinese face has “ ” ’ … as wide as a character; in English they are the desktop's own.
        """
        script = Script.SIMPLIFIED if self._language == "zh_Hans" else Script.TRADITIONAL
        if self._language != "en":
            return self.script_font(script, pixels)
        system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
        latin = [] if system in _GENERIC else [system]
        return _regional([*latin, *_LATIN, *_families(script)], pixels)

    def speak(self, language: str) -> None:
        """Dress for an interface in `language`."""
        self._language = language
        self._dress()

    def script_font(self, script: Script, pixels: int = FRAME_PX) -> QFont:
        """Return the sans in the glyph shapes of `script`, which is not the original."""
        return _regional(_families(script), pixels)

    def code_font(self, script: Script, pixels: int) -> QFont:
        """Return the face of code, whose letters are all as wide; Han characters in the glyph shapes of `script`."""
        return _regional([*_MONO, *_families(script)], pixels)

    def note_font(self, words: str, pixels: int = FRAME_PX) -> QFont:
        """Return the sans for the reader's own `words`: their glyphs stay as written when the page is flipped."""
        if not words:
            return self.frame_font(pixels)
        simplified = detect_script(words) is SourceScript.SIMPLIFIED
        return self.script_font(Script.SIMPLIFIED if simplified else Script.TRADITIONAL, pixels)

    def _render(self, old: State, new: State) -> None:
        if _worn(old) != _worn(new):
            self._dress()

    def _dress(self) -> None:
        """Wear the theme and the script: palette, style sheet, font, and the locale that chooses glyph shapes."""
        # Qt hands the default locale to the shaper, which picks regional glyphs by it in pan-CJK fonts.
        QLocale.setDefault(QLocale(_LOCALES[self._session.shown_script]))
        tokens = DARK if self._dark() else LIGHT
        if tokens is not self._tokens or not self._app.styleSheet():
            self._tokens = tokens
            self._app.setPalette(palette(tokens))
            self._app.setStyleSheet(style_sheet(tokens))
        font = self.interface_font()
        if self._app.font() != font:
            self._app.setFont(font)
        self.changed.emit()

    def _dark(self) -> bool:
        theme = self._session.state.preferences.theme
        if theme is Theme.SYSTEM:
            return self._hints.colorScheme() is Qt.ColorScheme.Dark
        return theme is Theme.DARK


def _worn(state: State) -> tuple[object, ...]:
    """Return what of `state` is seen in colours and fonts."""
    return state.focused_manner.shown_script, state.preferences.theme, state.preferences.text_size


def _families(script: Script) -> list[str]:
    return [*_SANS[script], _SERIF[script][0], _SERIF[_other(script)][0]]


def _regional(families: list[str], pixels: int) -> QFont:
    """Return a font of which the family alone decides the region that its glyphs are of.

    Else a face for all of CJK goes by the default locale, and the interface's commas and stops would move with the
    script that the page shows.
    """
    font = QFont()
    font.setFamilies(families)
    font.setPixelSize(pixels)
    font.setFeature(QFont.Tag("locl"), 0)
    return font


def _other(script: Script) -> Script:
    return Script.SIMPLIFIED if script is Script.TRADITIONAL else Script.TRADITIONAL
