"""Tests of `desktop.segmentation`."""
