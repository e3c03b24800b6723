"""百家: a desktop reader for Chinese threads, one question and many people's answers."""

__version__ = "0.1.0"
