"""Reading files: bytes to text, text to a thread of answers."""

from typing import TYPE_CHECKING

from desktop.lazy import lazily

if TYPE_CHECKING:
    from desktop.documents.containers.container import LARGEST_FILE
    from desktop.documents.containers.encoding import ENCODINGS, offered_as
    from desktop.documents.containers.previews import first_lines
    from desktop.documents.document import (
        Answer,
        Block,
        BlockKind,
        Comment,
        Document,
        Fact,
        FactKind,
        Run,
        RunKind,
        ThreadOrigin,
        fact_of,
    )
    from desktop.documents.error import DocumentError, FileReason, FoundThread, SeveralThreadsError
    from desktop.documents.reading import (
        document_of,
        find_threads,
        laid_out,
        named_anew,
        open_document,
        parse_document,
        place_of,
        version_of,
        with_naming,
    )
else:
    __getattr__ = lazily(
        __name__,
        values={
            "containers.container": ("LARGEST_FILE",),
            "containers.encoding": ("ENCODINGS",),
            "document": (
                "Answer",
                "Block",
                "BlockKind",
                "Comment",
                "Document",
                "Fact",
                "FactKind",
                "Run",
                "RunKind",
                "ThreadOrigin",
                "fact_of",
            ),
            "error": ("DocumentError", "FileReason", "FoundThread", "SeveralThreadsError"),
        },
        functions={
            "containers.encoding": ("offered_as",),
            "containers.previews": ("first_lines",),
            "reading": (
                "document_of",
                "find_threads",
                "laid_out",
                "named_anew",
                "open_document",
                "parse_document",
                "place_of",
                "version_of",
                "with_naming",
            ),
        },
    )

__all__ = [
    "ENCODINGS",
    "LARGEST_FILE",
    "Answer",
    "Block",
    "BlockKind",
    "Comment",
    "Document",
    "DocumentError",
    "Fact",
    "FactKind",
    "FileReason",
    "FoundThread",
    "Run",
    "RunKind",
    "SeveralThreadsError",
    "ThreadOrigin",
    "document_of",
    "fact_of",
    "find_threads",
    "first_lines",
    "laid_out",
    "named_anew",
    "offered_as",
    "open_document",
    "parse_document",
    "place_of",
    "version_of",
    "with_naming",
]
