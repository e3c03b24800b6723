"""Reading files: bytes to text, text to a thread of answers."""

from desktop.documents.document import Answer, Document

__all__ = ["Answer", "Document"]
