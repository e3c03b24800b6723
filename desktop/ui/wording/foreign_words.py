"""A reader's or a file's words in places where Qt reads more into them than they say.

In a menu and on a button & marks a letter to press, a tab begins the column of keys, and a long name makes a menu as
wide as the screen; in a window's title [*] stands for what is not saved. Controls and marks of direction, which would
turn or hide what stands around them, are shown as signs everywhere.
"""

from __future__ import annotations

from desktop.session import made_visible

LONGEST = 60
"""Characters of a name in a menu; a title in a window's frame has twice as many."""


def one_line(words: str, most: int = LONGEST) -> str:
    """Return `words` on one line, with … in the place of their middle where they have more than `most` characters."""
    line = made_visible(" ".join(words.split()))
    if len(line) <= most:
        return line
    end = most // 3
    return f"{line[: most - end - 1].rstrip()}…{line[-end:].lstrip()}"


def as_menu_text(words: str, most: int = LONGEST) -> str:
    """Return `words` as the text of a menu's entry or of a button, without a letter to press."""
    return one_line(words, most).replace("&", "&&")


def as_window_title(words: str) -> str:
    """Return `words` as part of the title of a window, in which [*] is itself."""
    return one_line(words, 2 * LONGEST).replace("[*]", "[*][*]")
