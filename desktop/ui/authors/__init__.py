"""Which lines of a plain text are authors' names: shown, and said by the reader."""
