"""Tests of `desktop.script.names`."""
