"""The composition root: the only place where services are made."""

from desktop.app.application import Stage, create_window, run

__all__ = ["Stage", "create_window", "run"]
