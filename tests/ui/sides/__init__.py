"""Tests of desktop.ui.sides."""
