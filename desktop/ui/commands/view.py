"""Walking the authors, the size and colours of things, the panels, and help."""

from __future__ import annotations

from desktop.session import Theme
from desktop.ui.commands.actions import Action
from desktop.ui.wording.marked_text import QT_TRANSLATE_NOOP

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

READING = (
    Action(
        "author.next",
        QT_TRANSLATE_NOOP("Action", "Ne&xt Author"),
        lambda w: w.session.step(1),
        ("J", "Alt+Down"),
        when=lambda state: state.document is not None and state.answer + 1 < len(state.document.answers),
    ),
    Action(
        "author.previous",
        QT_TRANSLATE_NOOP("Action", "Pre&vious Author"),
        lambda w: w.session.step(-1),
        ("K", "Alt+Up"),
        when=lambda state: state.answer > 0,
    ),
    Action(
        "focus.authors", QT_TRANSLATE_NOOP("Action", "Go to the &Authors"), lambda w: w.focus_authors(), ("Alt+1",)
    ),
    Action("focus.page", QT_TRANSLATE_NOOP("Action", "Go to the &Page"), lambda w: w.focus_page(), ("Alt+2", "Esc")),
    Action("focus.notes", QT_TRANSLATE_NOOP("Action", "Go to the Not&es"), lambda w: w.focus_notes(), ("Alt+3",)),
)

VIEW = (
    Action(
        "text.larger", QT_TRANSLATE_NOOP("Action", "&Larger Text"), lambda w: w.resize_text(1), ("Ctrl+=", "Ctrl++")
    ),
    Action("text.smaller", QT_TRANSLATE_NOOP("Action", "S&maller Text"), lambda w: w.resize_text(-1), ("Ctrl+-",)),
    Action("text.reset", QT_TRANSLATE_NOOP("Action", "Usual Text Si&ze"), lambda w: w.resize_text(0), ("Ctrl+0",)),
    *(
        Action(
            f"theme.{theme.value}",
            name,
            lambda w, theme=theme: w.session.prefer(theme=theme),
            checked=lambda state, theme=theme: state.preferences.theme is theme,
        )
        for theme, name in _THEMES
    ),
    *(
        Action(
            f"language.{language or 'system'}",
            name,
            lambda w, language=language: w.session.prefer(language=language),
            checked=lambda state, language=language: state.preferences.language == language,
        )
        for language, name in _LANGUAGES
    ),
    Action(
        "view.choices",
        QT_TRANSLATE_NOOP("Action", "&Mark Characters with a Choice"),
        lambda w: w.session.prefer(choices_shown=not w.session.state.preferences.choices_shown),
        checked=lambda state: state.preferences.choices_shown,
    ),
    Action(
        "panel.sidebar",
        QT_TRANSLATE_NOOP("Action", "Autho&rs"),
        lambda w: w.show_panel(w.sidebar, shown=not w.sidebar.isVisible()),
        ("Ctrl+B",),
        checked=lambda state: state.preferences.sidebar_shown,
    ),
    Action(
        "panel.notes",
        QT_TRANSLATE_NOOP("Action", "&Notes"),
        lambda w: w.show_panel(w.notes, shown=not w.notes.isVisible()),
        ("Ctrl+H",),
        checked=lambda state: state.preferences.notes_shown,
    ),
    Action(
        "view.fullscreen", QT_TRANSLATE_NOOP("Action", "F&ull Screen"), lambda w: w.toggle_full_screen(), ("F11",)
    ),
)

HELP = (
    Action("help.shortcuts", QT_TRANSLATE_NOOP("Action", "&Shortcuts"), lambda w: w.show_shortcuts(), ("?", "F1")),
    Action(
        "help.palette",
        QT_TRANSLATE_NOOP("Action", "&Command Palette…"),
        lambda w: w.show_palette(),
        ("Ctrl+Shift+P",),
    ),
    Action("help.about", QT_TRANSLATE_NOOP("Action", "&About 百家"), lambda w: w.show_about()),
)
