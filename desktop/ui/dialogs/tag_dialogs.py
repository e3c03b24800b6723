"""Giving a tag to the notes that are chosen, and taking one from them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.ui.fields.tag_field import TagField, split_tags
from desktop.ui.look.theme import wear

if TYPE_CHECKING:
    from desktop.session import Session
    from desktop.ui.look.look import Look

_WIDTH_PX, _LIST_PX = 340, 168
_MARGIN_PX, _SPACING_PX = 20, 12


class TagDialog(QDialog):
    """Asks for tags, offering those in use, and gives them to the notes that commands act on."""

    def __init__(self, session: Session, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.setObjectName("tagDialog")
        self.setWindowTitle(self.tr("Add a Tag"))
        self._field = TagField(self)
        self._field.setObjectName("tagField")
        self._field.setPlaceholderText(self.tr("Tags, separated by spaces"))
        self._field.setAccessibleName(self.tr("Tags"))
        self._field.know({tag for one in session.state.notes.annotations.values() for tag in one.tags})
        self._field.dress(look.tokens)
        self._field.setFont(look.frame_font())
        count = len(session.state.notes.targets)
        _lay_out(self, self.tr("Tags to add to %n note(s):", "", count), self._field, self.tr("Add"))
        self._field.accepted.connect(self.accept)
        self._field.setFocus()

    def accept(self) -> None:
        """Give the tags that were typed to the notes, and close."""
        super().accept()
        if tags := split_tags(self._field.text()):
            self._session.annotations.chosen.tag(tags)


class UntagDialog(QDialog):
    """Lists the tags of the notes that commands act on, with how many have each, and takes one from all of them."""

    def __init__(self, session: Session, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.setObjectName("untagDialog")
        self.setWindowTitle(self.tr("Remove a Tag"))
        targets = session.state.notes.targets
        self._list = QListWidget(self)
        self._list.setObjectName("tagList")
        self._list.setAccessibleName(self.tr("Tags"))
        self._list.setFont(look.frame_font())
        self._list.setFixedHeight(_LIST_PX)
        wear(
            self._list,
            f"QListWidget {{ background: {look.tokens.page}; border: 1px solid {look.tokens.hairline}; }}"
            f"QListWidget::item {{ padding: 4px 8px; color: {look.tokens.ink}; }}"
            f"QListWidget::item:selected {{ background: {look.tokens.raised}; }}",
        )
        for tag, count in sorted(Counter(tag for one in targets for tag in one.tags).items(), key=_most_used):
            item = QListWidgetItem(f"#{tag}  {QLocale().toString(count)}", self._list)
            item.setData(Qt.ItemDataRole.UserRole, tag)
        self._list.setCurrentRow(0)
        _lay_out(self, self.tr("Tag to remove from %n note(s):", "", len(targets)), self._list, self.tr("Remove"))
        self._list.itemDoubleClicked.connect(self.accept)
        self._list.setFocus()

    def accept(self) -> None:
        """Take the tag that is chosen from the notes, and close."""
        super().accept()
        for item in self._list.selectedItems():
            self._session.annotations.chosen.untag(item.data(Qt.ItemDataRole.UserRole))


def _lay_out(dialog: QDialog, sentence: str, middle: QWidget, act: str) -> None:
    """Put `sentence` above `middle`, which is asked for, and below it the button that acts and one that doesn't."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setMinimumWidth(_WIDTH_PX)
    label = QLabel(sentence, dialog)
    label.setTextFormat(Qt.TextFormat.PlainText)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, dialog)
    buttons.addButton(act, QDialogButtonBox.ButtonRole.AcceptRole).setDefault(True)
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(_MARGIN_PX, _MARGIN_PX, _MARGIN_PX, _MARGIN_PX)
    column.setSpacing(_SPACING_PX)
    for widget in (label, middle, buttons):
        column.addWidget(widget)


def _most_used(entry: tuple[str, int]) -> tuple[int, str]:
    return -entry[1], entry[0]
