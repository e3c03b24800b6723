"""The composition root: the only place where services are made."""

from desktop.app.application import create_window, run
from desktop.app.window_host import WindowHost

__all__ = ["WindowHost", "create_window", "run"]
