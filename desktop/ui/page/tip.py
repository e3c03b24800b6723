"""The tool tip of the page: the note of the mark under the pointer, and why the word there reads as it does.

Of a word it says what the source has there, by which rules it was changed, and what it could also be.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import QToolTip

from desktop.documents import FactKind, fact_of
from desktop.script import Script, SourceScript
from desktop.session import made_visible
from desktop.text import Span
from desktop.translatable import QT_TRANSLATE_NOOP
from desktop.ui.look.look import SMALL_PX
from desktop.ui.look.tooltip import as_line, as_tooltip

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtCore import QPointF

    from desktop.script import Explanation, WordExchange
    from desktop.session import Session
    from desktop.ui.look.look import Look
    from desktop.ui.page.page_map import PageMap
    from desktop.ui.page.view import PageView

_STAY_MS = 600_000
"""As good as for ever: the tip goes when the pointer leaves the word, not while it is being read."""

_FARTHEST = 200
"""How many code points of a selection are asked, one by one, for something to say."""

_WORDS_PX, _STEP_PX = 18, 15
_LONGEST_SHOWN = 24
"""Words of more code points are cut: a correction may be as long as a sentence."""


class PageTip:
    """Shows the tip of `view`, which shows the pane `index`, and keeps it true while the page is set anew.

    Offsets are the source's, points are pixels of the viewport.
    """

    def __init__(self, view: PageView, session: Session, index: int, look: Look, page_map: PageMap | None) -> None:
        self._view = view
        self._index = index
        self._session = session
        self._look = look
        self._page_map = page_map
        self._words = ""
        self._offset: int | None = None
        self._pointer: QPointF | None = None
        self._in_heading = False

    def hover(self, point: QPointF, offset: int | None, *, in_heading: bool = False) -> None:
        """Show what there is to say about the word at `offset`, over which the pointer is at `point`.

        About the heading: where the answer stands on the web.
        """
        self._offset, self._pointer, self._in_heading = offset, point, in_heading
        self._show()

    def explain(self, span: Span) -> None:
        """Show what there is to say about the first word of `span` of which there is anything; below the word.

        It is told to those who listen instead of looking, too.
        """
        self._offset, self._pointer, self._in_heading = self._telling(span), None, False
        self._show()
        self._view.setAccessibleDescription(QTextDocumentFragment.fromHtml(self._words).toPlainText())

    def follow(self, page_map: PageMap | None) -> None:
        """Take `page_map` to be the page's from now on; what is being said of a word is said as it is there."""
        self._page_map = page_map
        if self._is_up():
            self._show()

    def hide(self) -> None:
        """Take the tip away, if it is this one."""
        if self._is_up():
            QToolTip.hideText()

    def _is_up(self) -> bool:
        return bool(self._words) and QToolTip.isVisible() and QToolTip.text() == self._words

    def _telling(self, span: Span) -> int:
        """Return the first offset in `span` of whose word there is anything to say; its start if there is none."""
        offset = span.start
        while offset < min(span.end, span.start + _FARTHEST):
            account = account_of(self._session, offset, self._index)
            if account and account.tells:
                return offset
            offset = max(offset + 1, account.span.end if account else 0)
        return span.start

    def _show(self) -> None:
        account = account_of(self._session, self._offset, self._index) if self._offset is not None else None
        boxes = self.boxes(account.span) if account else []
        self._words = "".join(
            filter(None, (as_tooltip(self._note()), as_tooltip(self._address()), self._told(account)))
        )
        viewport = self._view.viewport()
        if self._pointer is not None:
            place = self._pointer.toPoint()
            area = next((box for box in boxes if box.contains(place)), QRect())
        else:
            area = boxes[0] if boxes else viewport.rect()
            place = area.bottomLeft() if boxes else area.center()
        QToolTip.showText(viewport.mapToGlobal(place), self._words, viewport, area, _STAY_MS)

    def _note(self) -> str:
        """Return the note of the mark under the pointer."""
        if self._pointer is None or self._offset is None:
            return ""
        mark = self._session.annotations.at(self._offset)
        return self._session.state.notes.annotations[mark].note if mark else ""

    def _address(self) -> str:
        """Return where the link under the pointer leads to, or where the answer stands whose heading it is over."""
        answer = self._session.state.seen_from(self._index).current
        if answer is None or self._pointer is None:
            return ""
        if self._in_heading:
            return fact_of(answer.facts, FactKind.ADDRESS)
        if self._offset is None or not (answer.runs or answer.comments):
            return ""
        from desktop.ui.page.links import link_at

        return link_at(answer, Span(self._offset, self._offset + 1))

    def _told(self, account: Account | None) -> str:
        """Return the rich text about a word; who asks by the keyboard is always answered."""
        if account and account.tells:
            manner = self._session.state.seen_from(self._index).focused_manner
            return as_html(account, self._look, manner.shown_script)
        if self._pointer is not None:
            return ""
        return as_line(escape(QCoreApplication.translate("Explanation", "This reads as it does in the original.")))

    def boxes(self, span: Span) -> list[QRect]:
        """Return the rectangles of the words at `span` in the viewport, one for each line that they are on."""
        place = self._page_map.to_document(span) if self._page_map else None
        if self._page_map is None or place is None:
            return []
        em, scrolled = self._look.page_px, self._view.scroll_map.value()
        return [piece.box(em).translated(0, -scrolled).toAlignedRect() for piece in self._page_map.pieces(place)]


@dataclass(frozen=True, slots=True)
class Dictionary:
    """How a dictionary is called, and in which scripts its keys and its values are.

    `is_vocabulary` tells that it exchanges words for other words, not for the same ones written otherwise.
    """

    title: str
    key: Script = Script.TRADITIONAL
    value: Script = Script.TRADITIONAL
    is_vocabulary: bool = False


_CHARACTERS = QT_TRANSLATE_NOOP("Explanation", "the character table")
_PHRASES = QT_TRANSLATE_NOOP("Explanation", "a phrase")
_CONTEXTS = QT_TRANSLATE_NOOP("Explanation", "the words around it")
_TAIWAN = Dictionary(QT_TRANSLATE_NOOP("Explanation", "the Taiwan forms"))
_HONG_KONG = Dictionary(QT_TRANSLATE_NOOP("Explanation", "the Hong Kong forms"))
_COMPATIBLE = Dictionary(QT_TRANSLATE_NOOP("Explanation", "the table of compatibility characters"))
_VOCABULARY = Dictionary(QT_TRANSLATE_NOOP("Explanation", "Taiwan vocabulary"), is_vocabulary=True)

DICTIONARIES = {
    "STCharacters.txt": Dictionary(_CHARACTERS, key=Script.SIMPLIFIED),
    "STPhrases.txt": Dictionary(_PHRASES, key=Script.SIMPLIFIED),
    "TSCharacters.txt": Dictionary(_CHARACTERS, value=Script.SIMPLIFIED),
    "TSCharactersExt.txt": Dictionary(_CHARACTERS, value=Script.SIMPLIFIED),
    "TSPhrases.txt": Dictionary(_PHRASES, value=Script.SIMPLIFIED),
    "TWPhrases.txt": _VOCABULARY,
    "TWPhrasesRev.txt": _VOCABULARY,
    "TWVariants.txt": _TAIWAN,
    "TWVariantsPhrases.txt": _TAIWAN,
    "TWVariantsRev.txt": _TAIWAN,
    "TWVariantsRevPhrases.txt": _TAIWAN,
    "HKVariants.txt": _HONG_KONG,
    "HKVariantsPhrases.txt": _HONG_KONG,
    "HKVariantsRev.txt": _HONG_KONG,
    "HKVariantsRevPhrases.txt": _HONG_KONG,
    "CJK_Compatibility_Ideographs.txt": _COMPATIBLE,
    "contexts.txt": Dictionary(_CONTEXTS, key=Script.SIMPLIFIED),
}
"""Every dictionary that a conversion looks words up in first; others of its tier share the title."""


SETTLED_BY = {
    "": QT_TRANSLATE_NOOP("Explanation", "Nothing settles which: this is the usual form"),
    "name": QT_TRANSLATE_NOOP("Explanation", "Settled by the name that it is in"),
    "context": QT_TRANSLATE_NOOP("Explanation", "Settled by the words around it (contexts)"),
    "phrase": QT_TRANSLATE_NOOP("Explanation", "Settled by a phrase of the dictionaries"),
    "word": QT_TRANSLATE_NOOP("Explanation", "Settled by the word that it is or is in"),
}
"""What settled a choice, by the values of `Decider`; "" is nothing. Of a correction more is said."""


@dataclass(frozen=True, slots=True)
class Account:
    """All that can be said about the words at the source `span`, which are in the script `written`.

    `exchanges` are what the dictionaries did to them, in order. `choices` are the characters of which one simplified
    form stands for several, in traditional script, each with the others and a key of
    SETTLED_BY: what settled it, None where that was its writer or an exchange says it. `corrected` and
    `mended` as in `Explanation`.
    """

    span: Span
    source: str
    shown: str
    written: Script
    exchanges: tuple[WordExchange, ...] = ()
    choices: tuple[tuple[str, tuple[str, ...], str | None], ...] = ()
    corrected: bool = False
    mended: tuple[tuple[str, str], ...] = ()

    @property
    def tells(self) -> bool:
        """Whether there is anything to say: a word that stays as it is, without a choice, needs no words."""
        return self.corrected or self.source != self.shown or bool(self.exchanges or self.choices)


def account_of(session: Session, offset: int, pane: int | None = None) -> Account | None:
    """Return what there is to say about the word at the source `offset`; None where no paragraph of the page is.

    The page is the one in the pane of this index; None: in focus.

    It is about the whole word, so that it is the same wherever on the word the reader asks.
    """
    found = session.pages.explain(offset, pane)
    if found is None:
        return None
    word, simplified = found[0], session.pages.script_at(offset, pane) is SourceScript.SIMPLIFIED
    written = Script.SIMPLIFIED if simplified else Script.TRADITIONAL
    if word.corrected:
        return Account(word.span, word.source, word.shown, written, corrected=True)
    parts = [session.pages.explain(at, pane) or found for at in range(word.span.start, word.span.end)]
    exchanges = _woven(part.exchanges for part, _ in parts)
    choices = ()
    # What has been replaced by a word of another vocabulary is no character with a choice any more.
    if len(word.source) == len(word.shown) and not any(dictionary_of(e).is_vocabulary for e in exchanges):
        characters = word.shown if simplified else word.source
        choices = dict.fromkeys(
            (character, forms, _left_to_say(part) if simplified else None)
            for character, (part, forms) in zip(characters, parts, strict=True)
            if forms
        )
    return Account(word.span, word.source, word.shown, written, exchanges, tuple(choices), mended=word.mended)


def _left_to_say(part: Explanation) -> str | None:
    """Return what settled a character, as a key of SETTLED_BY; None where the exchanges tell that already."""
    told = {"phrase": (_PHRASES,), "context": (_CONTEXTS,)}.get(part.by or "", ())
    return None if any(dictionary_of(exchange).title in told for exchange in part.exchanges) else part.by or ""


def dictionary_of(exchange: WordExchange) -> Dictionary:
    """Return the dictionary of an exchange; of several that are looked up as one, the first."""
    return DICTIONARIES[exchange.names.split(" + ")[0]]


def as_html(account: Account, look: Look, shown: Script) -> str:
    """Return `account` as rich text of a few short lines, for words that are shown in the script `shown`."""
    return "".join(map(as_line, _lines(account, look, shown)))


def _lines(account: Account, look: Look, shown: Script) -> Iterator[str]:
    source = _words(account.source, account.written, look, _WORDS_PX)
    if account.source != account.shown or account.corrected:
        yield f"{source} → {_words(account.shown, shown, look, _WORDS_PX)}"
    if account.corrected:
        yield _small(escape(QCoreApplication.translate("Explanation", "By your own correction")), look)
    for exchange in account.exchanges:
        whole = (exchange.key, exchange.value) == (account.source, account.shown)
        yield _small(_step(exchange, look, whole=whole), look)
    for slip, right in account.mended:
        yield _small(_mended(slip, right, look, shown), look)
    for character, others, by in account.choices:
        yield _small(_choice(character, others, look), look)
        if by is not None:
            yield _small(escape(QCoreApplication.translate("Explanation", SETTLED_BY[by])), look)


def _step(exchange: WordExchange, look: Look, *, whole: bool) -> str:
    """Return by which dictionary something was exchanged, and what, unless that is the `whole` word."""
    dictionary = dictionary_of(exchange)
    title = escape(QCoreApplication.translate("Explanation", dictionary.title))
    names = escape(exchange.names.replace(".txt", ""))
    if whole:
        sentence = QCoreApplication.translate("Explanation", "By {rule} ({dictionary})")
        return escape(sentence).format(rule=title, dictionary=names)
    key = _words(exchange.key, dictionary.key, look, _STEP_PX)
    value = _words(exchange.value, dictionary.value, look, _STEP_PX)
    sentence = QCoreApplication.translate("Explanation", "{words} by {rule} ({dictionary})")
    return escape(sentence).format(words=f"{key} → {value}", rule=title, dictionary=names)


def _mended(slip: str, right: str, look: Look, shown: Script) -> str:
    sentence = QCoreApplication.translate(
        "Explanation", "{words} by Baijia: the dictionaries leave the wrong script here"
    )
    return escape(sentence).format(
        words=f"{_words(slip, shown, look, _STEP_PX)} → {_words(right, shown, look, _STEP_PX)}"
    )


def _choice(character: str, others: Iterable[str], look: Look) -> str:
    sentence = QCoreApplication.translate("Explanation", "{character} could also be: {forms}")
    forms = " · ".join(_words(form, Script.TRADITIONAL, look, _STEP_PX) for form in others)
    return escape(sentence).format(
        character=_words(character, Script.TRADITIONAL, look, _STEP_PX),
        forms=forms,
    )


def _words(words: str, script: Script, look: Look, pixels: int) -> str:
    """Return words of the thread in the glyph shapes of their `script`."""
    short = words if len(words) <= _LONGEST_SHOWN else f"{words[: _LONGEST_SHOWN - 1]}…"
    families = ", ".join(f"'{family}'" for family in look.serif_font(script, pixels).families())
    style = f"font-family: {families}; font-size: {pixels}px; color: {look.tokens.ink}"
    return f'<span style="{style}">{escape(made_visible(short))}</span>'


def _small(line: str, look: Look) -> str:
    return f'<span style="font-size: {SMALL_PX + 1}px; color: {look.tokens.second}">{line}</span>'


def _woven(runs: Iterable[Iterable[WordExchange]]) -> tuple[WordExchange, ...]:
    """Return the exchanges of a word's characters, which each come in order, as one run in order, each once."""
    woven: list[WordExchange] = []
    for run in runs:
        place = 0
        for exchange in run:
            if exchange not in woven:
                woven.insert(place, exchange)
            place = woven.index(exchange) + 1
    return tuple(woven)
