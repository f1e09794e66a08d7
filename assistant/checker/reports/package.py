"""Writes Office archives whose bytes depend on their content alone."""

from __future__ import annotations

import io
import zipfile

_EPOCH = (1980, 1, 1, 0, 0, 0)
_FIRST = ("[Content_Types].xml", "_rels/.rels")


def normalised(data: bytes) -> bytes:
    """The archive with fixed dates, attributes, compression and entry order."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        names = sorted(set(source.namelist()))
        ordered = [name for name in _FIRST if name in names] + [name for name in names if name not in _FIRST]
        for name in ordered:
            if name.endswith("/"):
                continue
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            info.external_attr = 0
            target.writestr(info, source.read(name), compresslevel=6)
    return out.getvalue()
