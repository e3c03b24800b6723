"""Walking the authors, the size and colours of things, the panels, and help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.session import Theme
from desktop.session.listing import Order
from desktop.session.panes import is_scrolled_together
from desktop.session.people import beside, order_of, orders_of
from desktop.session.state import Panel
from desktop.translatable import QT_TRANSLATE_NOOP
from desktop.ui.commands.actions import Action
from desktop.ui.commands.conditions import (
    has_beyond,
    has_person_in_hand,
    has_said_more,
    has_several_posts,
    is_commented,
    is_on_the_web,
    is_open,
    is_pair,
)

if TYPE_CHECKING:
    from desktop.ui.commands.desk import Desk

_USUAL_TEXT_SIZE = 20

_LANGUAGES = (
    ("", QT_TRANSLATE_NOOP("Action", "As the System")),
    ("zh_Hant", "正體中文"),
    ("zh_Hans", "简体中文"),
    ("en", "English"),
)

_THEMES = (
    (Theme.SYSTEM, QT_TRANSLATE_NOOP("Action", "As the System")),
    (Theme.LIGHT, QT_TRANSLATE_NOOP("Action", "Light")),
    (Theme.DARK, QT_TRANSLATE_NOOP("Action", "Dark")),
)


def _resize(desk: Desk, by: int) -> None:
    """Make the page's text larger (1) or smaller (-1) by a pixel or two, or its usual size (0)."""
    session = desk.session
    session.resize_text(session.state.preferences.text_size + 2 * by if by else _USUAL_TEXT_SIZE)


READING = (
    Action(
        "author.next",
        QT_TRANSLATE_NOOP("Action", "Ne&xt Author"),
        lambda desk: desk.session.step(1),
        ("J", "Alt+Down"),
        when=lambda state: beside(state, 1) is not None,
    ),
    Action(
        "author.previous",
        QT_TRANSLATE_NOOP("Action", "Pre&vious Author"),
        lambda desk: desk.session.step(-1),
        ("K", "Alt+Up"),
        when=lambda state: beside(state, -1) is not None,
    ),
    Action(
        "person.next",
        QT_TRANSLATE_NOOP("Action", "Next from the &Same Person"),
        lambda desk: desk.session.authors.step(1),
        ("Shift+J",),
        when=has_said_more,
    ),
    Action(
        "person.previous",
        QT_TRANSLATE_NOOP("Action", "Previous &from the Same Person"),
        lambda desk: desk.session.authors.step(-1),
        ("Shift+K",),
        when=has_said_more,
    ),
    Action(
        "person.light",
        QT_TRANSLATE_NOOP("Action", "&Only This Person's Words in Ink"),
        lambda desk: desk.session.authors.light(),
        ("Y",),
        when=has_person_in_hand,
        checked=lambda state: state.lights.person is not None,
        offer=QT_TRANSLATE_NOOP("Sentences", "Show All"),
    ),
    Action(
        "focus.authors",
        QT_TRANSLATE_NOOP("Action", "Go to the &Authors"),
        lambda desk: desk.panels.focus_authors(),
        ("Alt+1",),
    ),
    Action(
        "focus.page",
        QT_TRANSLATE_NOOP("Action", "Go to the &Page"),
        lambda desk: desk.panels.focus_page(),
        ("Alt+2", "Esc"),
    ),
    Action(
        "focus.notes",
        QT_TRANSLATE_NOOP("Action", "Go to the Not&es"),
        lambda desk: desk.panels.focus_panel(Panel.NOTES),
        ("Alt+3",),
    ),
)

_ORDERS = (
    (Order.THREAD, QT_TRANSLATE_NOOP("Action", "As in the &Thread")),
    (Order.VOTES, QT_TRANSLATE_NOOP("Action", "Most &Votes First")),
    (Order.TIME, QT_TRANSLATE_NOOP("Action", "&Newest First")),
    (Order.LENGTH, QT_TRANSLATE_NOOP("Action", "&Longest First")),
)

AUTHORS = (
    *(
        Action(
            f"authors.sort.{order.value}",
            name,
            lambda desk, order=order: desk.session.authors.sort(order),
            when=lambda state, order=order: order in orders_of(state),
            checked=lambda state, order=order: order_of(state) is order,
        )
        for order, name in _ORDERS
    ),
    Action(
        "authors.sort.usual",
        QT_TRANSLATE_NOOP("Action", "&Every Thread in This Order"),
        lambda desk: desk.session.authors.make_usual(),
        when=lambda state: is_open(state) and {order_of(state), state.preferences.order} != {Order.THREAD},
        checked=lambda state: is_open(state) and state.preferences.order is order_of(state),
    ),
    Action(
        "authors.together",
        QT_TRANSLATE_NOOP("Action", "&All Posts of an Author Together"),
        lambda desk: desk.session.authors.part(apart=not desk.session.state.listing.apart),
        when=has_several_posts,
        checked=lambda state: not state.listing.apart,
    ),
    Action(
        "authors.filter",
        QT_TRANSLATE_NOOP("Action", "&Filter Names…"),
        lambda desk: desk.panels.filter_authors(),
        ("Shift+A",),
        when=lambda state: state.document is not None and not state.document.is_essay,
    ),
)

ON_THE_PAGE = (
    Action(
        "comments.toggle",
        QT_TRANSLATE_NOOP("Action", "Sh&ow or Fold the Comments"),
        lambda desk: desk.session.panes.toggle_comments(),
        ("R",),
        when=is_commented,
    ),
    Action(
        "link.open",
        QT_TRANSLATE_NOOP("Action", "Open &in the Browser"),
        lambda desk: desk.page.open_link(),
        ("Ctrl+Return",),
        when=is_on_the_web,
    ),
    Action(
        "link.copy",
        QT_TRANSLATE_NOOP("Action", "Copy the A&ddress"),
        lambda desk: desk.page.copy_address(),
        ("Ctrl+Shift+U",),
        when=is_on_the_web,
    ),
)

SIDE_BY_SIDE = (
    Action(
        "panes.answer",
        QT_TRANSLATE_NOOP("Action", "The Next &Answer Beside This One"),
        lambda desk: desk.session.panes.put_answer_beside(),
        ("Ctrl+\\",),
        when=lambda state: beside(state, 1) is not None or beside(state, -1) is not None,
    ),
    Action(
        "panes.script",
        QT_TRANSLATE_NOOP("Action", "This Answer in the Other &Script Beside It"),
        lambda desk: desk.session.panes.put_script_beside(),
        ("Ctrl+|",),
        when=is_open,
    ),
    Action(
        "panes.next",
        QT_TRANSLATE_NOOP("Action", "Ne&xt Author on the Other Side"),
        lambda desk: desk.session.panes.step_other(1),
        ("Ctrl+Shift+J",),
        when=lambda state: has_beyond(state, 1),
    ),
    Action(
        "panes.previous",
        QT_TRANSLATE_NOOP("Action", "Pre&vious Author on the Other Side"),
        lambda desk: desk.session.panes.step_other(-1),
        ("Ctrl+Shift+K",),
        when=lambda state: has_beyond(state, -1),
    ),
    Action(
        "panes.together",
        QT_TRANSLATE_NOOP("Action", "Scroll &Together"),
        lambda desk: desk.session.panes.toggle_together(),
        ("Shift+Y",),
        when=is_pair,
        checked=is_scrolled_together,
    ),
    Action(
        "panes.shared",
        QT_TRANSLATE_NOOP("Action", "What Both &Speak Of"),
        lambda desk: desk.session.prefer(shared_shown=not desk.session.state.preferences.shared_shown),
        when=is_pair,
        checked=lambda state: state.preferences.shared_shown,
    ),
    Action(
        "panes.other",
        QT_TRANSLATE_NOOP("Action", "Go to the &Other Side"),
        lambda desk: desk.panels.focus_other_side(),
        ("F6",),
        when=is_pair,
    ),
    Action(
        "panes.close",
        QT_TRANSLATE_NOOP("Action", "&Close This Side"),
        lambda desk: desk.session.panes.close(),
        ("Ctrl+Shift+W",),
        when=is_pair,
    ),
)

VIEW = (
    Action(
        "text.larger",
        QT_TRANSLATE_NOOP("Action", "&Larger Text"),
        lambda desk: _resize(desk, 1),
        ("Ctrl+=", "Ctrl++"),
    ),
    Action("text.smaller", QT_TRANSLATE_NOOP("Action", "S&maller Text"), lambda desk: _resize(desk, -1), ("Ctrl+-",)),
    Action("text.reset", QT_TRANSLATE_NOOP("Action", "Usual Text Si&ze"), lambda desk: _resize(desk, 0), ("Ctrl+0",)),
    *(
        Action(
            f"theme.{theme.value}",
            name,
            lambda desk, theme=theme: desk.session.prefer(theme=theme),
            checked=lambda state, theme=theme: state.preferences.theme is theme,
        )
        for theme, name in _THEMES
    ),
    *(
        Action(
            f"language.{language or 'system'}",
            name,
            lambda desk, language=language: desk.session.prefer(language=language),
            checked=lambda state, language=language: state.preferences.language == language,
        )
        for language, name in _LANGUAGES
    ),
    Action(
        "view.choices",
        QT_TRANSLATE_NOOP("Action", "&Mark Characters with a Choice"),
        lambda desk: desk.session.prefer(choices_shown=not desk.session.state.preferences.choices_shown),
        checked=lambda state: state.preferences.choices_shown,
    ),
    Action(
        "panel.sidebar",
        QT_TRANSLATE_NOOP("Action", "Autho&rs"),
        lambda desk: desk.panels.toggle_authors(),
        ("Ctrl+B",),
        checked=lambda state: state.preferences.sidebar_shown,
    ),
    Action(
        "panel.notes",
        QT_TRANSLATE_NOOP("Action", "&Notes"),
        lambda desk: desk.panels.toggle_panel(Panel.NOTES),
        ("Ctrl+H",),
        checked=lambda state: state.preferences.notes_shown and state.preferences.panel is Panel.NOTES,
    ),
    Action(
        "panel.words",
        QT_TRANSLATE_NOOP("Action", "Wor&ds"),
        lambda desk: desk.panels.toggle_panel(Panel.WORDS),
        ("Ctrl+K",),
        checked=lambda state: state.preferences.notes_shown and state.preferences.panel is Panel.WORDS,
    ),
    Action(
        "panel.search",
        QT_TRANSLATE_NOOP("Action", "S&earch"),
        lambda desk: desk.panels.open_search(),
        ("Ctrl+Shift+F",),
        checked=lambda state: state.preferences.notes_shown and state.preferences.panel is Panel.SEARCH,
    ),
    Action(
        "view.fullscreen",
        QT_TRANSLATE_NOOP("Action", "F&ull Screen"),
        lambda desk: desk.toggle_full_screen(),
        ("F11",),
    ),
)

HELP = (
    Action(
        "help.shortcuts",
        QT_TRANSLATE_NOOP("Action", "&Shortcuts"),
        lambda desk: desk.dialogs.show_shortcuts(),
        ("?", "F1"),
    ),
    Action(
        "help.palette",
        QT_TRANSLATE_NOOP("Action", "&Command Palette…"),
        lambda desk: desk.dialogs.show_palette(),
        ("Ctrl+Shift+P",),
    ),
    Action(
        "help.saving",
        QT_TRANSLATE_NOOP("Action", "How to Save &Threads"),
        lambda desk: desk.dialogs.show_saving(),
        offer=QT_TRANSLATE_NOOP("Sentences", "How to Save Threads"),
    ),
    Action("help.about", QT_TRANSLATE_NOOP("Action", "&About 百家"), lambda desk: desk.dialogs.show_about()),
)
