"""Tests of `desktop.documents.containers`."""
