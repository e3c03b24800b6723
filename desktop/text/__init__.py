"""Positions in text: spans of code points, and the one crossing to Qt's UTF-16 units."""

from desktop.text.span import Span
from desktop.text.utf16 import Utf16Map

__all__ = ["Span", "Utf16Map"]
