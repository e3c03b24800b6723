"""Every command of the app, and the menus that hold them.

To add one: a row in one of these tables, and its id in a menu. Menus, keys, the shortcut sheet, the command palette
and the tests follow from the row.
"""

from desktop.ui.commands.annotate import ANNOTATE, KEYWORDS
from desktop.ui.commands.files import EDIT, FILE
from desktop.ui.commands.marks import MARKS
from desktop.ui.commands.menus import ENCODING_MENU, MENUS, PAGE_MENU
from desktop.ui.commands.notes import NOTES
from desktop.ui.commands.placing import PLACING
from desktop.ui.commands.scripts import SCRIPT
from desktop.ui.commands.versions import VERSIONS
from desktop.ui.commands.view import HELP, READING, VIEW

ACTIONS = (*FILE, *NOTES, *EDIT, *SCRIPT, *READING, *VIEW, *ANNOTATE, *MARKS, *VERSIONS, *PLACING, *KEYWORDS, *HELP)

__all__ = ["ACTIONS", "ENCODING_MENU", "MENUS", "PAGE_MENU"]
