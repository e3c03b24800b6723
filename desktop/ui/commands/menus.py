"""The menus, as trees of ids."""

from __future__ import annotations

from desktop.annotations import Color
from desktop.translatable import QT_TRANSLATE_NOOP
from desktop.ui.commands import live_menus as menus_live
from desktop.ui.commands.actions import Menu
from desktop.ui.commands.annotate import KEYWORDS, OWN_WORDS
from desktop.ui.commands.changes import CHANGES
from desktop.ui.commands.charts import CHARTS
from desktop.ui.commands.files import FILE
from desktop.ui.commands.marks import EDGES
from desktop.ui.commands.placing import PLACING
from desktop.ui.commands.scripts import SCRIPT
from desktop.ui.commands.thread import THREAD
from desktop.ui.commands.versions import VERSIONS
from desktop.ui.commands.view import AUTHORS, HELP, ON_THE_PAGE, READING, SIDE_BY_SIDE, VIEW
from desktop.ui.wording.menu_titles import MENU_TITLES

TRADITIONAL_MENU = Menu(
    QT_TRANSLATE_NOOP("Menu", "Traditional &Written as in"),
    tuple(action.id for action in SCRIPT if action.id.startswith("variant.traditional.")),
)
SIMPLIFIED_MENU = Menu(
    QT_TRANSLATE_NOOP("Menu", "Simplified Written as &in"),
    tuple(action.id for action in SCRIPT if action.id.startswith("variant.simplified.")),
)
SOURCE_MENU = Menu(
    QT_TRANSLATE_NOOP("Menu", "This Threa&d Is Written in"),
    tuple(action.id for action in SCRIPT if action.id.startswith("source.")),
)
EDITION_MENU = Menu(
    QT_TRANSLATE_NOOP("Menu", "Dictio&naries"),
    tuple(action.id for action in SCRIPT if action.id.startswith("edition.")),
)
DOUBTS_MENU = Menu(
    QT_TRANSLATE_NOOP("Menu", "Dou&btful Places"),
    ("script.doubt.next", "script.doubt.previous"),
    remarks=menus_live.doubts,
)
ENCODING_MENU = Menu(
    QT_TRANSLATE_NOOP("Menu", "&Encoding"),
    tuple(action.id for action in FILE if action.id.startswith("encoding.")),
    offer=QT_TRANSLATE_NOOP("Sentences", "Encoding…"),
    remarks=menus_live.previews,
)

ORDER_MENU = Menu(
    QT_TRANSLATE_NOOP("Menu", "Authors in &Order"),
    (
        *(action.id for action in AUTHORS if action.id.startswith("authors.sort.")),
        None,
        "authors.together",
        "authors.filter",
    ),
)

CHANGES_MENU = Menu(
    QT_TRANSLATE_NOOP("Menu", "Chan&ges since the Last Reading"),
    tuple(action.id for action in CHANGES),
)

OWN_WORDS_MENU = Menu(
    QT_TRANSLATE_NOOP("Menu", "&My Words and Lists"),
    (
        Menu(QT_TRANSLATE_NOOP("Menu", "&Light a List"), fill=menus_live.word_lists),
        *(action.id for action in OWN_WORDS if action.id.startswith("keywords.")),
        None,
        *(action.id for action in OWN_WORDS if action.id.startswith("own.")),
    ),
)

LINKED_MENU = Menu(
    QT_TRANSLATE_NOOP("Menu", "Several Passages and No&tes"), ("annotate.link", "annotate.unlink", "annotate.overlap")
)

_FILE, _EDIT, _VIEW, _THREAD, _SCRIPT, _ANNOTATE, _HELP = MENU_TITLES

MENUS: tuple[Menu, ...] = (
    Menu(
        _FILE,
        (
            "file.open",
            "file.open_folder",
            "file.paste",
            "file.pasted",
            "file.threads",
            "file.reload",
            "file.cancel",
            Menu(QT_TRANSLATE_NOOP("Menu", "Open &Recent"), fill=menus_live.recent),
            Menu(QT_TRANSLATE_NOOP("Menu", "Open a &Shipped Thread"), fill=menus_live.shipped),
            ENCODING_MENU,
            None,
            "file.save_thread",
            None,
            "notes.export",
            "notes.import",
            "annotations.reveal",
            "notes.beside",
            None,
            "file.quit",
        ),
    ),
    Menu(
        _EDIT,
        (
            "edit.undo",
            "edit.redo",
            None,
            "edit.copy",
            "edit.copy_original",
            "edit.select_all",
            None,
            "find.open",
            "find.next",
            "find.previous",
            None,
            "concordance.open",
            Menu(
                QT_TRANSLATE_NOOP("Menu", "Con&cordance"),
                ("concordance.copy", "concordance.copy_table", "concordance.save", None, "concordance.close"),
            ),
        ),
    ),
    Menu(
        _VIEW,
        (
            "author.next",
            "author.previous",
            Menu(
                QT_TRANSLATE_NOOP("Menu", "The Same &Person"),
                tuple(action.id for action in READING if action.id.startswith("person.")),
            ),
            Menu(
                QT_TRANSLATE_NOOP("Menu", "&Keyboard to"),
                tuple(action.id for action in READING if action.id.startswith("focus.")),
            ),
            None,
            *(action.id for action in ON_THE_PAGE),
            None,
            Menu(QT_TRANSLATE_NOOP("Menu", "Side &by Side"), tuple(action.id for action in SIDE_BY_SIDE)),
            Menu(QT_TRANSLATE_NOOP("Menu", "&Words across Authors"), tuple(action.id for action in CHARTS)),
            None,
            *(action.id for action in VIEW if action.id.startswith("text.")),
            Menu(
                QT_TRANSLATE_NOOP("Menu", "&Colours"),
                tuple(action.id for action in VIEW if action.id.startswith("theme.")),
            ),
            Menu(
                QT_TRANSLATE_NOOP("Menu", "Lan&guage"),
                tuple(action.id for action in VIEW if action.id.startswith("language.")),
            ),
            None,
            "panel.sidebar",
            "panel.notes",
            "panel.words",
            "panel.search",
            "view.fullscreen",
        ),
    ),
    Menu(
        _THREAD,
        (*(action.id for action in THREAD), None, ORDER_MENU, CHANGES_MENU),
        remarks=menus_live.why_not,
    ),
    Menu(
        _SCRIPT,
        (
            "script.toggle",
            "script.original",
            "script.traditional",
            "script.simplified",
            None,
            TRADITIONAL_MENU,
            SIMPLIFIED_MENU,
            SOURCE_MENU,
            EDITION_MENU,
            None,
            "script.explain",
            "view.choices",
            DOUBTS_MENU,
            None,
            "script.names",
            "script.name",
            "script.correct",
            "script.corrections",
        ),
    ),
    Menu(
        _ANNOTATE,
        (
            "annotate.highlight",
            *(f"annotate.{color.value}" for color in Color),
            None,
            "annotate.note",
            "annotate.tag",
            "annotate.untag",
            "annotate.delete",
            None,
            Menu(QT_TRANSLATE_NOOP("Menu", "&Beginning and End"), tuple(action.id for action in EDGES)),
            LINKED_MENU,
            None,
            "annotate.next",
            "annotate.previous",
            "annotate.choose_all",
            Menu(QT_TRANSLATE_NOOP("Menu", "Notes without a &Place"), tuple(action.id for action in PLACING)),
            Menu(QT_TRANSLATE_NOOP("Menu", "No&tes in Two Versions"), tuple(action.id for action in VERSIONS)),
            None,
            *(action.id for action in KEYWORDS),
            OWN_WORDS_MENU,
        ),
    ),
    Menu(_HELP, tuple(action.id for action in HELP)),
)

PAGE_MENU = Menu(
    "",
    (
        "annotate.highlight",
        *(f"annotate.{color.value}" for color in Color),
        "annotate.note",
        LINKED_MENU,
        "annotate.delete",
        None,
        "keywords.light_selection",
        Menu(QT_TRANSLATE_NOOP("Menu", "&My Words"), ("keywords.keep_whole", "keywords.merge")),
        "concordance.open",
        "script.explain",
        "script.correct",
        "script.name",
        Menu(QT_TRANSLATE_NOOP("Menu", "Who &Wrote This"), ("thread.name", "thread.unname")),
        None,
        "edit.copy",
        "edit.copy_original",
        "edit.select_all",
        None,
        *(action.id for action in ON_THE_PAGE),
        "changes.words",
    ),
)
"""The context menu of the page."""
