"""The composition root: the only place where services are made."""

from typing import TYPE_CHECKING

from desktop.lazy import lazily

if TYPE_CHECKING:
    from desktop.app.start import create_window, run
    from desktop.app.window_host import WindowHost
else:
    __getattr__ = lazily(
        __name__, values={"window_host": ("WindowHost",)}, functions={"start": ("create_window", "run")}
    )

__all__ = ["WindowHost", "create_window", "run"]
