"""What a thread was when it was last read, and what a newer save of it has changed."""
