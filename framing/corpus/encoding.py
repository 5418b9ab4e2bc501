"""Bytes to text, in whatever encoding they are; newlines stay as they are, a byte order mark is not text."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from pathlib import Path

from framing.errors import CorpusError

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LEGACY = [
    *("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "koi8_r", "mac_roman"),
    *("shift_jis", "euc_jp", "gb18030", "big5", "euc_kr"),
]
_SAMPLE_BYTES = 50_000
_MAX_CONTROL_SHARE = 0.05
_MAX_ACCENTED_SHARE = 0.08  # French has about 5 % accented letters, Czech in the wrong code page 14 %

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_ACCENTED = re.compile(r"[À-ÖØ-öø-ÿŒœŠšŽžŸ]")
_ODD_IN_WESTERN = re.compile(r"[^\x00-\x7fÀ-ÖØ-öø-ÿŒœŠšŽžŸ“”„‘’‚‹›«»–—…•·€£¥¢§©®™°½¼¾×\xa0]|[a-z][À-ÖØ-Þ]")
_NON_ASCII_LINE = re.compile(rb"[^\n]{0,400}[\x80-\xff][^\n]{0,400}")


class NotTextError(ValueError):
    """The bytes are no text; the message says why."""


@dataclass(frozen=True)
class Decoded:
    """A file's text, the encoding it was read in, whether that was a guess, and how many characters were damaged."""

    text: str
    encoding: str = "utf-8"
    guessed: bool = False
    damaged: int = 0

    def note(self, name: str) -> str | None:
        """A sentence for the reader where there is something to say, else None."""
        if self.guessed:
            return f"{name} is not UTF-8; read as {self.encoding}."
        if self.damaged:
            return f"Damaged characters in {name}, shown as \ufffd: {self.damaged:,}."
        return None


def decode(data: bytes) -> Decoded:
    """
    The text of a file: UTF-8, UTF-16 or UTF-32 by its byte order mark, UTF-8, or the likeliest older encoding.

    Raises:
        NotTextError: the bytes hold NUL without a byte order mark, or mostly control characters.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _tolerant(data[len(mark) :], encoding)
    if b"\x00" in data:
        raise NotTextError("not a text file: it holds NUL bytes")
    decoded = _decode_unmarked(data)
    if len(_CONTROL.findall(decoded.text)) > _MAX_CONTROL_SHARE * len(decoded.text):
        raise NotTextError("not a text file: much of it is control characters")
    return decoded


def read_text(path: Path) -> Decoded:
    """
    The text of a table file.

    Raises:
        CorpusError: the file can't be opened or is no text.
    """
    try:
        return decode(path.read_bytes())
    except NotTextError as error:
        raise CorpusError(f"{error}", "save it as a UTF-8 text file", path) from error
    except OSError as error:
        raise CorpusError(f"can't be read: {error.strerror}", "check the file and its permissions", path) from error


def _tolerant(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
        return Decoded(text, encoding, damaged=text.count("\ufffd"))


def _decode_unmarked(data: bytes) -> Decoded:
    """UTF-8, UTF-8 with a few damaged bytes (cut off in the middle of a character, say), or an older encoding."""
    attempt = _tolerant(data, "utf-8")
    if not attempt.damaged:
        return attempt
    intact = sum(1 for char in attempt.text if char > "\x7f") - attempt.damaged
    if intact >= attempt.damaged:  # older encodings hardly ever make a whole character of UTF-8
        return attempt
    encoding = _detect(data)
    return Decoded(data.decode(encoding, "replace"), encoding, guessed=True)


def _detect(data: bytes) -> str:
    """The likeliest older encoding. English with few accents is cp1252, which general detection mistakes for cp1250."""
    sample = b"\n".join(_NON_ASCII_LINE.findall(data, 0, 20 * _SAMPLE_BYTES))[:_SAMPLE_BYTES]
    if _looks_western(sample):
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=_LEGACY).best()
    return best.encoding if best else "cp1252"


def _looks_western(sample: bytes) -> bool:
    try:
        text = sample.decode("cp1252")
    except UnicodeDecodeError:
        return False
    accented = len(_ACCENTED.findall(text))
    return not _ODD_IN_WESTERN.search(text) and accented <= max(3, _MAX_ACCENTED_SHARE * len(text))
