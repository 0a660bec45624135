"""A PDF, such as a press release: its text layer, page by page; pictures of text are not read."""

from __future__ import annotations

import io
import logging
import zlib
from collections.abc import Iterable
from itertools import islice
from typing import TYPE_CHECKING

from onrecord.clean.told import Told, rejected
from onrecord.records import Capture, Rejected

if TYPE_CHECKING:
    from pypdf import PageObject

MOST_PAGES = 300
MOST_CHARACTERS = 2_000_000
_MEND = "save its text as .txt, or leave it out"


def read_pdf(capture: Capture) -> Told | Rejected:
    """The text layer; a PDF without one, or one that cannot be read, says so."""
    from pypdf import PdfReader  # noqa: PLC0415 - slow to import, and most captures are pages
    from pypdf.errors import PyPdfError  # noqa: PLC0415 - likewise

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it warns of is ours to tell
    broken = (
        *(PyPdfError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError, OSError, zlib.error),
        *(AssertionError, RecursionError, NotImplementedError, MemoryError, EOFError, StopIteration),
    )
    try:
        reader = PdfReader(io.BytesIO(capture.content))
        if reader.is_encrypted and not reader.decrypt(""):
            return rejected(capture, "the PDF is locked with a password", "save it without one, or its text as .txt")
        text = _text(reader.pages)
    except broken as error:
        return rejected(capture, f"the PDF cannot be read ({str(error) or type(error).__name__})", _MEND)
    if not text.strip():
        return rejected(capture, "the PDF has no text layer: its pages are pictures", f"{_MEND}; no text is recognised")
    return Told(text=text)


def _text(pages: Iterable[PageObject]) -> str:
    """The text of all pages, as far as a reader would go."""
    parts: list[str] = []
    length = 0
    for page in islice(pages, MOST_PAGES):
        parts.append(page.extract_text())
        length += len(parts[-1])
        if length > MOST_CHARACTERS:
            break
    return "\n".join(parts).replace("\x00", "")
