"""The table of all commands, one of them by its id, and what the button of a notice says that offers one."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.ui.commands.annotate import ANNOTATE, KEYWORDS, OWN_WORDS
from desktop.ui.commands.changes import CHANGES
from desktop.ui.commands.charts import CHARTS
from desktop.ui.commands.files import EDIT, FILE
from desktop.ui.commands.marks import MARKS
from desktop.ui.commands.menus import ENCODING_MENU
from desktop.ui.commands.notes import NOTES
from desktop.ui.commands.placing import PLACING
from desktop.ui.commands.scripts import SCRIPT
from desktop.ui.commands.thread import THREAD
from desktop.ui.commands.versions import VERSIONS
from desktop.ui.commands.view import AUTHORS, HELP, ON_THE_PAGE, READING, SIDE_BY_SIDE, VIEW
from desktop.ui.wording.sentences import CHOOSE_ENCODING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.ui.commands.actions import Action

_READING = (*READING, *CHANGES, *AUTHORS, *ON_THE_PAGE, *SIDE_BY_SIDE, *VIEW)
_ANNOTATING = (*ANNOTATE, *MARKS, *VERSIONS, *PLACING)
_WORDS = (*KEYWORDS, *OWN_WORDS, *CHARTS)
ACTIONS = (*FILE, *NOTES, *EDIT, *THREAD, *SCRIPT, *_READING, *_ANNOTATING, *_WORDS, *HELP)

COMMANDS: Mapping[str, Action] = MappingProxyType({action.id: action for action in ACTIONS})
"""Every command by its id."""


def offer(command: str) -> str:
    """Return what the button of a notice says that offers `command`, the id of one or the menu of encodings.

    It is in the reader's language; KeyError for what no notice offers.
    """
    words = (ENCODING_MENU if command == CHOOSE_ENCODING else COMMANDS[command]).offer
    if not words:
        raise KeyError(command)
    return QCoreApplication.translate("Sentences", words)
