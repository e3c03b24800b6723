"""The marks between words of the interface, in its own language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def listed(words: list[str]) -> str:
    """Return `words` as a list on one line: with a comma and a blank, or 、 in Chinese."""
    return QCoreApplication.translate("Punctuation", ", ", "between the items of a list").join(words)


def introduced(name: str) -> str:
    """Return `name` with the colon behind which its words follow."""
    return QCoreApplication.translate("Punctuation", "{name}:", "before what somebody wrote").format(name=name)
