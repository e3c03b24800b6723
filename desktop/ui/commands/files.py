"""Opening files, and editing: undo, copying, finding."""

from __future__ import annotations

from desktop.documents import ENCODINGS, offered_as
from desktop.session.files.opening import OPENING
from desktop.session.files.shelf import is_about_encoding
from desktop.translatable import QT_TRANSLATE_NOOP
from desktop.ui.commands.actions import Action
from desktop.ui.commands.conditions import has_lines, is_decodable, is_listed, is_open

_ENCODING_NAMES = {"utf-8": "UTF-8", "utf-16": "Unicode 16-bit", "gb18030": "GB 18030", "big5hkscs": "Big5-HKSCS"}

FILE = (
    Action(
        "file.open",
        QT_TRANSLATE_NOOP("Action", "&Open…"),
        lambda desk: desk.dialogs.open_thread(),
        ("Ctrl+O",),
        offer=QT_TRANSLATE_NOOP("Sentences", "Open…"),
    ),
    Action(
        "file.open_folder",
        QT_TRANSLATE_NOOP("Action", "Open F&older…"),
        lambda desk: desk.dialogs.open_folder(),
        ("Ctrl+Shift+O",),
    ),
    Action(
        "file.paste",
        QT_TRANSLATE_NOOP("Action", "&Paste as a Thread"),
        lambda desk: desk.paste_thread(),
        ("Ctrl+V",),
    ),
    Action(
        "file.pasted",
        QT_TRANSLATE_NOOP("Action", "Paste&d Threads…"),
        lambda desk: desk.dialogs.show_pasted(),
    ),
    Action(
        "file.threads",
        QT_TRANSLATE_NOOP("Action", "Other &Threads in the Folder…"),
        lambda desk: desk.dialogs.choose_beside(),
        when=lambda state: state.document is not None and bool(state.document.origin.member),
    ),
    Action(
        "file.cancel",
        QT_TRANSLATE_NOOP("Action", "&Cancel Opening"),
        lambda desk: desk.session.opening.cancel(),
        when=lambda state: state.notice is not None and state.notice.code == OPENING,
        offer=QT_TRANSLATE_NOOP("Sentences", "Cancel"),
    ),
    Action(
        "file.reload",
        QT_TRANSLATE_NOOP("Action", "&Reload"),
        lambda desk: desk.session.opening.reload(),
        ("F5", "Ctrl+R"),
        when=is_open,
        offer=QT_TRANSLATE_NOOP("Sentences", "Reload"),
    ),
    Action(
        "file.save_thread",
        QT_TRANSLATE_NOOP("Action", "&Save Thread As…"),
        lambda desk: desk.dialogs.save_thread(),
        ("Ctrl+Shift+S",),
        when=is_open,
        offer=QT_TRANSLATE_NOOP("Sentences", "Save Again…"),
    ),
    *(
        Action(
            f"encoding.{codec}",
            _ENCODING_NAMES.get(codec, codec),
            lambda desk, codec=codec: desk.session.opening.reopen(codec),
            when=is_decodable,
            checked=lambda state, codec=codec: (
                state.document is not None
                and not is_about_encoding(state)
                and offered_as(state.document.encoding) == codec
            ),
        )
        for codec in ENCODINGS
    ),
    Action(
        "annotations.reveal",
        QT_TRANSLATE_NOOP("Action", "Show &Notes in the File Manager"),
        lambda desk: desk.dialogs.reveal_annotations(),
        when=is_open,
        offer=QT_TRANSLATE_NOOP("Sentences", "Show the File"),
    ),
    Action("file.quit", QT_TRANSLATE_NOOP("Action", "&Quit"), lambda desk: desk.close(), ("Ctrl+Q",)),
)

EDIT = (
    Action(
        "edit.undo",
        QT_TRANSLATE_NOOP("Action", "&Undo"),
        lambda desk: desk.session.history.undo(),
        ("Ctrl+Z",),
        when=lambda state: state.undoable.back,
        offer=QT_TRANSLATE_NOOP("Sentences", "Undo"),
    ),
    Action(
        "edit.redo",
        QT_TRANSLATE_NOOP("Action", "&Redo"),
        lambda desk: desk.session.history.redo(),
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        when=lambda state: state.undoable.forth,
        offer=QT_TRANSLATE_NOOP("Sentences", "Bring Back"),
    ),
    Action(
        "edit.copy",
        QT_TRANSLATE_NOOP("Action", "&Copy"),
        lambda desk: desk.page.copy(),
        ("Ctrl+C",),
        when=lambda state: bool(state.pane.selection),
    ),
    Action(
        "edit.copy_original",
        QT_TRANSLATE_NOOP("Action", "Copy Ori&ginal"),
        lambda desk: desk.page.copy_original(),
        ("Ctrl+Shift+C",),
        when=lambda state: bool(state.pane.selection),
    ),
    Action(
        "edit.select_all",
        QT_TRANSLATE_NOOP("Action", "Select &All"),
        lambda desk: desk.page.select_answer(),
        ("Ctrl+A",),
        when=is_open,
    ),
    Action(
        "find.open",
        QT_TRANSLATE_NOOP("Action", "&Find…"),
        lambda desk: desk.panels.open_find(),
        ("Ctrl+F", "/"),
        when=is_open,
    ),
    Action(
        "concordance.open",
        QT_TRANSLATE_NOOP("Action", "Find All &Like This"),
        lambda desk: desk.panels.open_concordance(),
        ("I",),
        when=is_open,
    ),
    Action(
        "concordance.close",
        QT_TRANSLATE_NOOP("Action", "Close the Concor&dance"),
        lambda desk: desk.session.searching.concordances.close(),
        when=is_listed,
    ),
    Action(
        "concordance.copy",
        QT_TRANSLATE_NOOP("Action", "Copy the Lines as &Markdown"),
        lambda desk: desk.panels.copy_concordance(table=False),
        when=has_lines,
    ),
    Action(
        "concordance.copy_table",
        QT_TRANSLATE_NOOP("Action", "Copy the Lines as a &Table (CSV)"),
        lambda desk: desk.panels.copy_concordance(table=True),
        when=has_lines,
    ),
    Action(
        "concordance.save",
        QT_TRANSLATE_NOOP("Action", "&Save the Lines As…"),
        lambda desk: desk.dialogs.save_concordance(),
        when=has_lines,
        offer=QT_TRANSLATE_NOOP("Sentences", "Save the Lines Again…"),
    ),
    Action(
        "find.next",
        QT_TRANSLATE_NOOP("Action", "Find Ne&xt"),
        lambda desk: desk.panels.step_find(1),
        ("F3", "Ctrl+G"),
        when=is_open,
    ),
    Action(
        "find.previous",
        QT_TRANSLATE_NOOP("Action", "Find Pre&vious"),
        lambda desk: desk.panels.step_find(-1),
        ("Shift+F3", "Ctrl+Shift+G"),
        when=is_open,
    ),
)
