"""Tests of `desktop.ui.page.answer_page`."""
