"""A newer save of the open thread: what it changed, and visits to the version before it."""
