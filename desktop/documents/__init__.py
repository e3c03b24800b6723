"""Reading files: bytes to text, text to a thread of answers."""

from desktop.documents.containers.encoding import ENCODINGS, DecodingError, decode, offered_as
from desktop.documents.document import Answer, Document
from desktop.documents.error import DocumentError, Reason
from desktop.documents.reading import open_document
from desktop.documents.thread import parse_document

__all__ = [
    "ENCODINGS",
    "Answer",
    "DecodingError",
    "Document",
    "DocumentError",
    "Reason",
    "decode",
    "offered_as",
    "open_document",
    "parse_document",
]
