"""Words of Qt's own dialogs that its translations lack: Qt looks for them in ours as well.

Those of the file dialog that a desktop without one of its own gets; `tests/ui/dialogs/test_file_dialog.py` finds
what is new.
"""

from __future__ import annotations

from desktop.translatable import QT_TRANSLATE_NOOP

WORDS = (QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"), QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"))
