"""Tests of `desktop.script.tables.loading`."""
