"""Tests of `desktop.ui.notices`."""
