"""Knowing a document again that was moved, renamed or edited: by its digest, its path or its likeness."""
