"""Tests of `desktop.ui.fields`."""
