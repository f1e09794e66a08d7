"""Opens an Office archive safely: sizes are bounded and no entity is resolved."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from lxml import etree

from index.errors import UserError

MAX_PART_BYTES = 64 * 1024 * 1024
MAX_TOTAL_BYTES = 2 * MAX_PART_BYTES
# Parsed elements take some hundred times the room of their tags: a document has tens of thousands of them.
MAX_TAGS = 800_000
MAX_ATTRIBUTES = 2 * MAX_TAGS
MAX_ENTRIES = 20_000
_CHUNK = 1024 * 1024


class OfficeArchive:
    """A .docx archive whose XML parts are read one at a time, within bounds."""

    def __init__(self, data: bytes, name: str) -> None:
        """Open the archive.

        Args:
            data: the file's bytes.
            name: its name, for messages.

        Raises:
            UserError: not a zip archive, or one with too many entries.
        """
        self._name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, struct.error, ValueError, NotImplementedError, OSError):
            raise UserError(f"{name} 已损坏或不完整：请重新保存或重新下载后再试。") from None
        infos = self._zip.infolist()
        if len(infos) > MAX_ENTRIES:
            raise UserError(f"{name} 内部文件过多，不像正常的 Word 文件：请用 Word 另存后再试。")
        self._names = {info.filename: info for info in infos}
        self._bytes_left = MAX_TOTAL_BYTES
        self._tags_left = MAX_TAGS
        self._attributes_left = MAX_ATTRIBUTES

    def names(self) -> tuple[str, ...]:
        """Names of the entries."""
        return tuple(self._names)

    def has(self, name: str) -> bool:
        """Whether there is an entry `name`."""
        return name in self._names

    def read(self, name: str) -> bytes:
        """The bytes of an entry.

        Raises:
            UserError: it is encrypted, broken, or unpacks to more than a document can hold, alone or with
                what was read before.
        """
        info = self._names[name]
        if info.flag_bits & 0x1:
            raise UserError(f"{self._name} 已加密：请取消密码后再试。")
        too_large = UserError(f"{self._name} 解压后的内容过大，不像正常的 Word 文件：请用 Word 另存后再试。")
        limit = min(MAX_PART_BYTES, self._bytes_left)
        if info.file_size > limit:
            raise too_large
        out = bytearray()
        try:
            with self._zip.open(info) as stream:
                while chunk := stream.read(_CHUNK):
                    out += chunk
                    # The size in the directory may lie; what is unpacked counts.
                    if len(out) > limit:
                        raise too_large
        except (zipfile.BadZipFile, zlib.error, struct.error, EOFError, ValueError, RuntimeError, OSError):
            raise UserError(f"{self._name} 已损坏或不完整：请重新保存或重新下载后再试。") from None
        self._bytes_left -= len(out)
        return bytes(out)

    def xml(self, name: str) -> etree._Element:
        """The root element of an XML entry.

        Raises:
            UserError: as for `read`, or the entry is not well-formed XML or far larger than a document.
        """
        data = self._utf8(self.read(name))
        # The encoding is fixed, so that no declaration can hide from the next line what the parser would see.
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            dtd_validation=False,
            huge_tree=True,
            encoding="utf-8",
        )
        if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data:
            raise UserError(f"{self._name} 含有 Word 不会写入的实体定义，已拒绝读取：请用 Word 另存后再试。")
        self._tags_left -= data.count(b"<")
        self._attributes_left -= data.count(b"=")
        if self._tags_left < 0 or self._attributes_left < 0:
            raise UserError(f"{self._name} 的内容过多，不像正常的文档：请去掉附件、只保留正文后再试。")
        try:
            return etree.fromstring(data, parser)
        except etree.XMLSyntaxError:
            raise UserError(f"{self._name} 的内容已损坏：请用 Word 打开修复并另存后再试。") from None

    def _utf8(self, data: bytes) -> bytes:
        """XML in UTF-16, the other encoding that Office files may use, as UTF-8."""
        if data[:2] not in (b"\xff\xfe", b"\xfe\xff"):
            return data
        try:
            return data.decode("utf-16").encode()
        except UnicodeError:
            raise UserError(f"{self._name} 的内容已损坏：请用 Word 打开修复并另存后再试。") from None
