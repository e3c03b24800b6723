"""The command line without a window: what is in a thread, as JSON, Markdown or CSV."""
