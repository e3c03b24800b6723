"""The notes panel: cards, their editor, their menus."""
