"""From a user's file to a document."""

from index.parsing.readers.files import document_id, read_bytes, read_file

__all__ = ["document_id", "read_bytes", "read_file"]
