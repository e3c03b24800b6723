"""What a reader says of the open thread: which lines of a plain text are authors' names."""

from __future__ import annotations

from desktop.translatable import QT_TRANSLATE_NOOP
from desktop.ui.commands.actions import Action
from desktop.ui.commands.conditions import is_author_named, is_line_meant, is_told_by_layout

THREAD = (
    Action(
        "thread.authors",
        QT_TRANSLATE_NOOP("Action", "&Authors…"),
        lambda desk: desk.dialogs.show_authors(),
        when=is_told_by_layout,
    ),
    Action(
        "thread.name",
        QT_TRANSLATE_NOOP("Action", "&This Line Is an Author's Name"),
        lambda desk: desk.session.naming.name_at(desk.page.offset_here()),
        when=is_line_meant,
    ),
    Action(
        "thread.unname",
        QT_TRANSLATE_NOOP("Action", "The Name Above Is No A&uthor's"),
        lambda desk: desk.session.naming.unname_author(),
        when=is_author_named,
    ),
)
