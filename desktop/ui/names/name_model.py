"""The names of the open thread as a list: where each stands, by what it is one, and the forms to choose from."""

from __future__ import annotations

from enum import Enum, IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.script import Reason, search_key
from desktop.translatable import QT_TRANSLATE_NOOP
from desktop.ui.wording.foreign_words import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.session import Session
    from desktop.session.words.name_list import FoundName

Index = QModelIndex | QPersistentModelIndex

_LONGEST = 40

_REASONS = {
    Reason.AUTHOR: QT_TRANSLATE_NOOP("NameModel", "an author"),
    Reason.TITLE: QT_TRANSLATE_NOOP("NameModel", "before a title"),
    Reason.GIVEN: QT_TRANSLATE_NOOP("NameModel", "surname and given name"),
    Reason.SOUND: QT_TRANSLATE_NOOP("NameModel", "a foreign name"),
    Reason.VILLAGE: QT_TRANSLATE_NOOP("NameModel", "a place"),
    Reason.THREAD: QT_TRANSLATE_NOOP("NameModel", "stands here several times"),
    Reason.READER: QT_TRANSLATE_NOOP("NameModel", "added by you"),
}


class NameOrder(Enum):
    """In which order names are listed."""

    PLACES = QT_TRANSLATE_NOOP("NameModel", "By Places")
    KIND = QT_TRANSLATE_NOOP("NameModel", "By Kind")


class NameRole(IntEnum):
    """What a row tells besides the name as the thread writes it."""

    NAME = Qt.ItemDataRole.UserRole + 1
    """The name in simplified script, by which it is known."""
    FORMS = Qt.ItemDataRole.UserRole + 2
    """The forms as the page would show them, a tuple of texts."""
    CURRENT = Qt.ItemDataRole.UserRole + 3
    """Which of the forms is shown now; -1 where the reader says that these words are no name."""
    REMARK = Qt.ItemDataRole.UserRole + 4
    """By what it is a name, or what the reader said of it."""
    COUNT = Qt.ItemDataRole.UserRole + 5
    """How many places there are, in words."""


class NameModel(QAbstractListModel):
    """Lists the names that `Scripts.name_list` has found. What a reader says of one moves none to another row."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._list = session.scripts.name_list
        self._order = NameOrder.PLACES
        self._words: list[str] = []
        self._listed: Sequence[FoundName] = ()
        self._forms: dict[str, tuple[tuple[str, str], ...]] = {}
        self._written: dict[str, str] = {}
        self.relist()

    # -- what is listed ---------------------------------------------------------------------------------------

    def list_names(self, order: NameOrder, query: str) -> None:
        """List the names that hold every word of `query`, in either script, in that `order`."""
        self._order, self._words = order, search_key(query.lower()).split()
        self.relist()

    def relist(self) -> None:
        """Read the list anew."""
        self.beginResetModel()
        found = [one for one in self._list.found or () if self._is_wanted(one)]
        if self._order is NameOrder.KIND:
            ranks = list(Reason)
            found.sort(key=lambda one: ranks.index(one.reason))
        self._listed = found
        self.forget_forms()
        self.endResetModel()

    def forget_forms(self) -> None:
        """Ask anew how names are written: the manner is another one, or something was said of names."""
        self._forms.clear()
        self._written.clear()
        if self._listed:
            self.dataChanged.emit(self.index(0), self.index(len(self._listed) - 1))

    def found_at(self, row: int) -> FoundName | None:
        """Return the name in a row, None where there is none."""
        return self._listed[row] if 0 <= row < len(self._listed) else None

    def row_of(self, name: str) -> int:
        """Return the row of a name, by its simplified form; -1 for none."""
        return next((row for row, one in enumerate(self._listed) if one.name == name), -1)

    def forms_of(self, name: str) -> tuple[tuple[str, str], ...]:
        """Return the forms of a name to choose from, each with how the page would show it."""
        if name not in self._forms:
            known = self._list.forms(name)
            before = [form for form, _ in known]
            self._forms[name] = tuple(sorted(known, key=lambda one: (_rank(one[0]), before.index(one[0]))))
        return self._forms[name]

    def current_form(self, name: str) -> int:
        """Return which of its forms a name has now, -1 where the reader says that it is none."""
        said = self._session.naming.names.said_of(name)
        if said is not None and not said.is_name:
            return -1
        if name not in self._written:
            self._written[name] = self._list.written(name)
        shown = [words for _, words in self.forms_of(name)]
        return shown.index(self._written[name]) if self._written[name] in shown else -1

    def _is_wanted(self, one: FoundName) -> bool:
        key = search_key(" ".join((one.name, *one.writings)).lower())
        return all(word in key for word in self._words)

    # -- Qt ---------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's name and default)
        """Return how many names are listed."""
        return 0 if parent.isValid() else len(self._listed)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row shows."""
        one = self.found_at(index.row()) if index.isValid() else None
        if one is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return one_line(" / ".join(one.writings) or one.name, _LONGEST)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._sentence(one)
            case NameRole.NAME:
                return one.name
            case NameRole.FORMS:
                return tuple(words for _, words in self.forms_of(one.name))
            case NameRole.CURRENT:
                return self.current_form(one.name)
            case NameRole.REMARK:
                return self._remark(one)
            case NameRole.COUNT:
                return self._count(one)
            case _:
                return None

    def _count(self, one: FoundName) -> str:
        places = sum(bool(span) for span in one.places)
        return self.tr("%Ln place(s)", "", places)

    def _remark(self, one: FoundName) -> str:
        """Return by what a name is one, and whether the reader said something of it."""
        said = self._session.naming.names.said_of(one.name)
        if said is not None and not said.is_name:
            return self.tr("no name, as you say")
        reason = QCoreApplication.translate("NameModel", _REASONS[one.reason])
        if said is None:
            return reason if one.reason is not Reason.READER else ""
        by_you = self.tr("chosen by you")
        return by_you if one.reason is Reason.READER else f"{reason} · {by_you}"

    def _sentence(self, one: FoundName) -> str:
        """Return how a row is spoken: the name, how it is written now, and all else that is to be seen."""
        current = self.current_form(one.name)
        written = self.forms_of(one.name)[current][1] if current >= 0 else ""
        parts = one_line(" / ".join(one.writings) or one.name, _LONGEST), written, self._remark(one), self._count(one)
        return " · ".join(filter(None, parts))


def _rank(form: str) -> tuple[int, str]:
    """Have the forms of a name stay where they are, whichever of them is chosen."""
    return len(form), form


def order_name(order: NameOrder) -> str:
    """Return what an order is called in the reader's language."""
    return QCoreApplication.translate("NameModel", str(order.value))
