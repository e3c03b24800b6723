"""Tests of `desktop.annotations.form`."""
