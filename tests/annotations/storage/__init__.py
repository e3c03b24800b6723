"""Tests of `desktop.annotations.storage`."""
