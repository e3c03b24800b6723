"""Tests of `desktop.ui.authors`."""
