"""Tests of `desktop.ui.wording`."""
