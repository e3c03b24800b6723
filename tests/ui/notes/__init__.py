"""Tests of `desktop.ui.notes`."""
