"""Marking a text for translation where it is data, to be translated where it is shown."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:  # noqa: N802 (the name that lupdate looks for)
    """Return `text` as it is. PySide6's own function of this name is typed to return `object`."""
    return text
