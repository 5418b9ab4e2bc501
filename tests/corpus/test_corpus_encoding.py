"""Bytes become the text that they are, whatever the encoding, and binary files are told apart."""

from __future__ import annotations

import codecs
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.corpus.encoding import NotTextError, decode

CURLY = "The mayor said “no” to the harbour plan; it wasn’t ready – or so she told us."
RUSSIAN = "Мэр заявила, что план порта не готов. Жители города ждут решения совета уже второй год."
POLISH = "Burmistrz powiedziała, że plan portu nie jest gotowy. Mieszkańcy wciąż czekają na decyzję, także później."


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ],
)
def test_unicode_is_read_and_its_mark_is_no_text(mark: bytes, encoding: str) -> None:
    """A byte order mark says how to read a file and never becomes its first character; nothing is remarked on."""
    decoded = decode(mark + CURLY.encode(encoding))
    assert decoded.text == CURLY
    assert decoded.note("a.txt") is None


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (CURLY, "cp1252"),
        ("It cost £5 – or so they say.", "cp1252"),
        ("A naïve coup d’état, no more.", "cp1252"),
        (CURLY, "mac_roman"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
        (POLISH, "cp1250"),
    ],
)
def test_an_older_encoding_is_found_and_said(text: str, encoding: str) -> None:
    """Files from old editors are read right, and the report says that and how."""
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert decoded.note("a.txt") == f"a.txt is not UTF-8; read as {encoding}."


def test_a_file_cut_off_within_a_character_is_still_utf8() -> None:
    """A truncated download keeps its text; only the broken character is replaced, and that is said."""
    decoded = decode(CURLY.encode()[: CURLY.encode().index("”".encode()) + 2])
    assert decoded.text == "The mayor said “no\ufffd"
    assert decoded.note("a.txt") == "Damaged characters in a.txt, shown as \ufffd: 1."


@pytest.mark.parametrize("data", [b"PK\x03\x04\x00\x00some", b"\x89PNG\r\n\x1a\n\x00\x01", bytes(range(1, 32)) * 4])
def test_binary_files_are_refused(data: bytes) -> None:
    """A picture or a zipped document by the name of .txt is no article."""
    with pytest.raises(NotTextError, match="not a text file"):
        decode(data)


@given(st.text(st.characters(exclude_categories=("Cs", "Cc"))))
def test_any_utf8_text_comes_back_unchanged(text: str) -> None:
    """Reading changes no character of a UTF-8 file (but a byte order mark at its start)."""
    assert decode(text.encode()).text == text.removeprefix("\ufeff")


@given(st.binary())
def test_any_bytes_give_text_or_a_refusal(data: bytes) -> None:
    """No file whatever makes the reader fail."""
    with suppress(NotTextError):
        assert isinstance(decode(data).text, str)
