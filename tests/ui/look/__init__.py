"""Tests of `desktop.ui.look.look`."""
