"""Threads in Markdown: who saves them, how they are told from plain text, and how they become posts."""
