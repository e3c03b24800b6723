"""Threads in JSON: what crawlers of forums write, what forums' own interfaces return, exports of conversations."""
