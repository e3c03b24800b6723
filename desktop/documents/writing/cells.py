"""Cells of a table that a spreadsheet opens (CSV).

A cell that a spreadsheet would take for a formula gets an apostrophe before it (OWASP ASVS 1.2.10; the full-width
signs are OWASP's too: East Asian spreadsheets take them for the narrow ones). Blanks and what nobody sees before such
a sign don't count: spreadsheets and the programs that hand a table on to them trim those.
"""

from __future__ import annotations

import unicodedata

from desktop.documents.writing.visible import first_seen, visible

_CONTROLS = ("\t", "\r", "\n", "\0")
_SIGNS = ("=", "+", "-", "@")
"""What a formula begins with, in the compatibility form (NFKC): ＝ is = in it, and so is ﹦."""


def safe(cell: str) -> str:
    """Return `cell` so that a spreadsheet takes it for text, and nothing in it turns or hides the rest."""
    shown = visible(cell)
    return f"'{shown}" if _is_formula(cell) or _is_formula(shown) else shown


def _is_formula(cell: str) -> bool:
    return cell.startswith(_CONTROLS) or unicodedata.normalize("NFKC", first_seen(cell)).startswith(_SIGNS)
