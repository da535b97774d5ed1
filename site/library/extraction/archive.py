"""Parts of a zipped office file, unpacked under limits and never to the disk."""

import lzma
import struct
import zipfile
import zlib
from typing import Protocol

from .limits import MAXIMUM_ENTRIES, MAXIMUM_RATIO, MAXIMUM_UNPACKED, RATIO_COUNTS_FROM
from .outcome import State, UnreadableError

# What leads every entry of the table of contents.
_ENTRY = b"PK\x01\x02"
# The table of contents costs memory before its entries can be counted, so traces of entries are
# counted first. They are more than entries where an archive holds office files, hence the room.
_MAXIMUM_TRACES = 10 * MAXIMUM_ENTRIES
_CHUNK = 1024 * 1024
_IS_ENCRYPTED = 0x1

# What zipfile raises for a file that is no sound archive.
DAMAGES = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    NotImplementedError,
    ValueError,
)


class SeekableFile(Protocol):
    """An open file, Python's or Django's."""

    def read(self, size: int = ..., /) -> bytes: ...

    def seek(self, offset: int, whence: int = ..., /) -> int: ...


class Archive:
    """A zip file of which single parts are read; UnreadableError where it goes beyond the limits.

    What a directory declares is checked first, and what really comes out is counted while reading.
    Archives inside are never opened: of an office file only parts with known names are read.
    """

    def __init__(self, file: SeekableFile) -> None:
        self._zip = open_zip(file)
        self._unpacked = 0
        entries = self._zip.infolist()
        names = {entry.filename for entry in entries}
        if len(names) < len(entries):
            raise UnreadableError(State.BROKEN)
        if any(entry.flag_bits & _IS_ENCRYPTED for entry in entries):
            raise UnreadableError(State.ENCRYPTED)
        self.names = names

    def open(self, name: str) -> "Part":
        """The part of this name; the file is broken where it has none."""
        if name not in self.names:
            raise UnreadableError(State.BROKEN)
        return Part(self, self._zip, name)

    def count(self, unpacked: int) -> None:
        """Count bytes that came out of any part."""
        self._unpacked += unpacked
        if self._unpacked > MAXIMUM_UNPACKED:
            raise UnreadableError(State.TOO_BIG)


class Part:
    """An open part that counts what comes out of it."""

    def __init__(self, archive: Archive, packed: zipfile.ZipFile, name: str) -> None:
        self._archive = archive
        self._stream = packed.open(name)
        self._compressed = packed.getinfo(name).compress_size
        self._unpacked = 0

    def read(self, size: int, /) -> bytes:
        """At most `size` bytes, none at the end."""
        data = self._stream.read(size)
        self._unpacked += len(data)
        self._archive.count(len(data))
        if is_bomb(self._unpacked, self._compressed):
            raise UnreadableError(State.TOO_BIG)
        return data


def open_zip(file: SeekableFile) -> zipfile.ZipFile:
    """The opened archive; UnreadableError if it would hold too much, DAMAGES if it is broken."""
    file.seek(0)
    if _traces(file) > _MAXIMUM_TRACES:
        raise UnreadableError(State.TOO_BIG)
    file.seek(0)
    archive = zipfile.ZipFile(file)
    entries = archive.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if len(entries) > MAXIMUM_ENTRIES or unpacked > MAXIMUM_UNPACKED or is_bomb(unpacked, packed):
        raise UnreadableError(State.TOO_BIG)
    return archive


def is_bomb(unpacked: int, packed: int) -> bool:
    """Whether so many bytes came out of so few that it can be no document."""
    return unpacked > RATIO_COUNTS_FROM and unpacked > MAXIMUM_RATIO * packed


def _traces(file: SeekableFile) -> int:
    """How often the mark of an entry stands in the file."""
    found, rest = 0, b""
    while chunk := file.read(_CHUNK):
        window = rest + chunk
        found += window.count(_ENTRY)
        rest = window[-(len(_ENTRY) - 1) :]
    return found
