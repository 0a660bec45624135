"""Furniture that tells itself by its words: families of invitations, rubrics and notices that every site has.

No phrase of one site is listed. A family is a kind of sentence: an imperative with a channel as its object
("Join … Telegram"), a rubric of a list ("More on …", "Read next"), a rule for comments, a notice of law.
"""

from __future__ import annotations

from onrecord.clean import wordings
from onrecord.clean.blocks import Block
from onrecord.clean.bylines import says_by

ADVERT = "advertisement"
INVITATION = "invitation to follow, sign up or share"
RUBRIC = "rubric of a list of links"
LEAD_IN = "link to another article"
KICKER = "title of another article, with its kind"
COMMENTS = "comments and their rules"
NOTICE = "notice of the site"
LEGAL = "copyright or legal notice"
NAVIGATION = "navigation"
AGE = "age of another article"
OTHER_BYLINE = "byline of another article"
LINK = "link, handle or network"
SEPARATOR = "separator"
THANKS = "answer to a form"
LABEL = "label"


def tell(block: Block) -> str | None:
    """The family of furniture the line belongs to by its own words; None where they tell nothing."""
    text = block.text
    count = len(block.shape.words)
    if count > 70 or len(text) > 500:
        return None
    return _tell_short(text, count) or _tell_sentence(block, text, count)


def _tell_short(text: str, count: int) -> str | None:
    """What lines of a few words tell."""
    if wordings.SEPARATOR.fullmatch(text):
        return SEPARATOR
    if count <= 8 and (button := _tell_button(text, count)):
        return button
    if _is_links(text):
        return LINK
    if _is_menu(text):
        return NAVIGATION
    if wordings.LEAD_IN.match(text):
        return LEAD_IN
    is_rubric = count <= 6 and wordings.RUBRIC.match(text) and text[-1] not in ".!\"”'’"
    return RUBRIC if is_rubric and not wordings.SAYING.search(text) else None


def _tell_button(text: str, count: int) -> str | None:
    """What labels, ages and the names of networks tell."""
    if count <= 7 and wordings.ADVERT.match(text) and not text.endswith("."):
        return ADVERT
    if wordings.AGE.fullmatch(text) or wordings.AGE_TAIL.search(text):
        return AGE
    if wordings.COMMENTS.fullmatch(text):
        return COMMENTS
    if wordings.NETWORKS.fullmatch(text):
        return LINK
    if wordings.SUMMARY.fullmatch(text) or (count <= 2 and wordings.HYPHENED.fullmatch(text)):
        return LABEL
    return None


def _is_links(text: str) -> bool:
    """Whether the line is made of addresses, handles and tags alone."""
    if not any(sign in text for sign in "@#/."):
        return False
    parts = [part for part in wordings.LINK_GAPS.split(text) if part and part.casefold() not in {"follow", "us", "on"}]
    return bool(parts) and all(wordings.LINK_MARK.fullmatch(part) for part in parts)


def _is_menu(text: str) -> bool:
    """Whether the line is a row of three items or more, or the way from the home page to this one."""
    if not any(sign in text for sign in wordings.MENU_SIGNS):
        return False
    items = wordings.MENU_GAPS.split(text)
    row = len(items) >= 3 and all(wordings.MENU_ITEM.fullmatch(item) for item in items)
    return row or wordings.CRUMBS.fullmatch(text) is not None


def _tell_sentence(block: Block, text: str, count: int) -> str | None:
    """What a line of some words tells, none of it being something said."""
    notice = _tell_notice(text, count) if _has_notice_word(text) else None
    if notice is not None or count > 45:
        return notice
    if _is_lead_in(block, count):
        return LEAD_IN
    if count <= 35 and _is_invitation(text) and not wordings.SAYING.search(text):
        return INVITATION
    return KICKER if count <= 25 and wordings.KICKER.match(text) and not text.endswith(".") else None


def _has_notice_word(text: str) -> bool:
    """Whether any word is there without which no notice is worded: spares plain sentences long patterns."""
    folded = text.casefold()
    return any(word in folded for word in wordings.NOTICE_WORDS)


def _tell_notice(text: str, count: int) -> str | None:
    """What a sentence of the site's own tells."""
    if count <= 70 and wordings.LEGAL.search(text) and (count <= 25 or not wordings.SAYING.search(text)):
        return LEGAL if not _has_quotation(text) else None
    if count > 45 or wordings.SAYING.search(text):
        return None
    if wordings.THANKS.search(text) and count <= 30:
        return THANKS
    if wordings.COMMENT_RULES.search(text):
        return COMMENTS
    if wordings.SIGN_UP.search(text) and wordings.TO_READER.search(text):
        return INVITATION
    if wordings.NOTICE.search(text) and not _has_quotation(text):
        return NOTICE
    return None


def _is_invitation(text: str) -> bool:
    opening = wordings.INVITING.match(text)
    if opening is None or wordings.NOUN_AFTER.match(text):
        return False
    return wordings.CHANNEL.search(text, opening.end()) is not None


def _is_lead_in(block: Block, count: int) -> bool:
    text = block.text
    if count > 30:
        return False
    if wordings.ARROW.match(text):
        return True
    return wordings.LEAD_IN.match(text) is not None and not (block.shape.is_closed and text.endswith("."))


def _has_quotation(text: str) -> bool:
    return any(mark in text for mark in '"“”„«') and len(text) > 60


def is_other_byline(block: Block) -> bool:
    """Whether the line is a byline such as lists of other articles have."""
    return len(block.shape.words) <= 8 and says_by(block.text)


def is_plain_label(block: Block) -> bool:
    """Whether the line is one or two small words standing alone, as buttons are labelled."""
    return wordings.LOWER_WORD.fullmatch(block.text) is not None
