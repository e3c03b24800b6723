"""Files: threads, notes and what is remembered of them."""
