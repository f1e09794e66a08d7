"""From a user's file to a document."""

from index.parsing.readers.files import DOCUMENT_SUFFIXES, document_id, read_bytes, read_file

__all__ = ["DOCUMENT_SUFFIXES", "document_id", "read_bytes", "read_file"]
