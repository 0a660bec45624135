"""A letter (RFC 5322), such as a newsletter, or a page that a browser saved so: its text, and what its head says."""

from __future__ import annotations

from dataclasses import replace
from email import policy
from email.headerregistry import Address
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser
from email.utils import parsedate_to_datetime

from onrecord.clean.told import Told, rejected
from onrecord.clean.told_days import edtf_of
from onrecord.records import Capture, Rejected

FEWEST_WORDS = 40  # a plain part with fewer often says only where the letter can be seen
_MEND = "save the letter anew, or its text as .txt"


def read_mail(capture: Capture) -> Told | Rejected:
    """The letter's text, or its page; its subject is the headline and its sender the outlet."""
    try:
        letter = BytesParser(policy=policy.default).parsebytes(capture.content)
        part = _body(letter)
        content = part.get_payload(decode=True) if part is not None else None
        told = Told(headline=_line(letter["subject"]), outlet=_sender(letter), published=_sent(letter))
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        return rejected(capture, f"it is no letter that can be read ({error})", _MEND)
    if part is None or not isinstance(content, bytes):
        return rejected(capture, "there is no text in the letter", _MEND)
    if part.get_content_subtype() == "html":
        charset = part.get_content_charset()
        media_type = f"text/html; charset={charset}" if charset else "text/html"
        return replace(told, inner=replace(capture, content=content, media_type=media_type))
    return replace(told, text=_decoded(content, part.get_content_charset()))


def _body(letter: EmailMessage) -> MIMEPart | None:
    """The plain part, or the page where that says more."""
    plain, page = letter.get_body(("plain",)), letter.get_body(("html", "related"))
    if page is not None and page.get_content_maintype() != "text":
        page = None
    if plain is None or page is None:
        return plain or page
    content = plain.get_payload(decode=True)
    return plain if isinstance(content, bytes) and len(content.split()) >= FEWEST_WORDS else page


def _decoded(content: bytes, charset: str | None) -> str:
    try:
        return content.decode(charset or "utf-8")
    except (LookupError, UnicodeError):
        return content.decode("cp1252", "replace")


def _line(value: object) -> str | None:
    return " ".join(str(value).split()) or None if value is not None else None


def _sender(letter: EmailMessage) -> str | None:
    """The name of the sender, or else the host of the address."""
    senders: tuple[Address, ...] = getattr(letter["from"], "addresses", ())
    found = next(iter(senders), None)
    return None if found is None else found.display_name or found.domain or None


def _sent(letter: EmailMessage) -> str | None:
    try:
        return edtf_of(parsedate_to_datetime(str(letter["date"])))
    except ValueError:
        return None
