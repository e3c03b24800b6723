"""Tests of `desktop.ui.sidebar.sidebar`."""
