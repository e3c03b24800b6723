"""Tests of `desktop.ui.commands`."""
