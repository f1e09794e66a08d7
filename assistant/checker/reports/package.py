"""Writes Office archives whose bytes depend on their content alone.

What is new is stored, not compressed: the bytes of a compressed entry depend on the version of the library that
compressed it. Entries taken over from a file keep their compressed bytes.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

_FIRST: Final = ("[Content_Types].xml", "_rels/.rels")
_LOCAL: Final = struct.Struct("<4s5H3L2H")
_CENTRAL: Final = struct.Struct("<4s6H3L5H2L")
_END: Final = struct.Struct("<4s4H2LH")
_VERSION: Final = 20
_UTF8_NAME: Final = 0x800
_NO_TIME, _FIRST_DAY = 0, 0x21  # 1980-01-01 00:00, the first that the format can write


@dataclass(frozen=True, slots=True)
class _Entry:
    """The bytes of an entry as they stand in the archive."""

    method: int
    checksum: int
    size: int
    data: bytes


def replaced(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The archive `data` with `parts` (name to content) replaced or added; the same input gives the same bytes.

    Args:
        data: a zip archive.
        parts: new contents.
    """
    entries = {name: _stored(content) for name, content in parts.items()}
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        for info in source.infolist():
            if not info.filename.endswith("/") and info.filename not in parts:
                entries[info.filename] = _taken_over(data, source, info)
    return _archive(entries)


def normalised(data: bytes) -> bytes:
    """The archive `data` with fixed dates and entry order, nothing compressed."""
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        return _archive({name: _stored(source.read(name)) for name in source.namelist()})


def _stored(content: bytes) -> _Entry:
    return _Entry(zipfile.ZIP_STORED, zlib.crc32(content), len(content), content)


def _taken_over(data: bytes, source: zipfile.ZipFile, info: zipfile.ZipInfo) -> _Entry:
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return _stored(source.read(info))
    header = _LOCAL.unpack_from(data, info.header_offset)
    start = info.header_offset + _LOCAL.size + header[-2] + header[-1]  # after name and extra field
    raw = data[start : start + info.compress_size]
    return _Entry(info.compress_type, info.CRC, info.file_size, raw)


def _archive(entries: Mapping[str, _Entry]) -> bytes:
    names = [name for name in _FIRST if name in entries] + sorted(set(entries) - set(_FIRST))
    out, directory = bytearray(), bytearray()
    for name in names:
        entry, encoded = entries[name], name.encode("utf-8", "surrogateescape")
        flags = 0 if name.isascii() else _UTF8_NAME
        common = (_VERSION, flags, entry.method, _NO_TIME, _FIRST_DAY)
        sizes = (entry.checksum, len(entry.data), entry.size)
        directory += _CENTRAL.pack(
            b"PK\x01\x02", _VERSION, *common, *sizes, len(encoded), 0, 0, 0, 0, 0, len(out)
        )
        directory += encoded
        out += _LOCAL.pack(b"PK\x03\x04", *common, *sizes, len(encoded), 0) + encoded + entry.data
    end = _END.pack(b"PK\x05\x06", 0, 0, len(names), len(names), len(directory), len(out), 0)
    return bytes(out + directory + end)
