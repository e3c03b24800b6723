"""Tests of threads that are written."""
