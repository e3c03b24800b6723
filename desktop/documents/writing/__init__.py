"""Threads on their way out: a draft of what is shown, written as text, Markdown, HTML or EPUB that opens again."""
