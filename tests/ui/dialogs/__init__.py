"""Tests of `desktop.ui.dialogs`."""
