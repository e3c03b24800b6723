"""Tests of `desktop.ui.bar`."""
