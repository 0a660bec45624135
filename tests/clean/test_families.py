from __future__ import annotations

import pytest

from onrecord.clean.blocks import find_blocks
from onrecord.clean.captions import is_caption
from onrecord.clean.creditlines import is_credit_line
from onrecord.clean.families import tell


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "JOIN OUR CHANNEL ON TELEGRAM",
        "Follow the story with us at @northern_courier.",
        "Sign up for our weekly newsletter",
        "Thank you for subscribing. Please check your inbox.",
        "Share on Facebook",
        "Facebook Twitter WhatsApp Email",
        "https://courier.example/ferries",
        "3h ago",
        "2 min read",
        "Read Next",
        "More on the ferries",
        "READ MORE: Drivers block the quay",
        "Next » Eel season opens",
        "Comments (12)",
        "Comments are read by our desk and may be deleted.",
        "© 2031 Northern Courier. All rights reserved.",
        "We use cookies to improve your visit.",
        "Home | World | Ferries | Sport",
        "Spotted a mistake? Tell our editors.",
        "You have read your two free articles this month. Subscribers read on.",
        "Go on reading for one crown",
        "Log in to continue reading.",
        "print-news",
        "* * *",
    ],
)
def test_furniture_tells_itself_by_its_words(line: str) -> None:
    (block,) = find_blocks(line)
    assert tell(block) is not None


@pytest.mark.parametrize(
    "line",
    [
        "Support for the tolls has fallen, an app that counts lorries shows.",
        "«The ferry closes nowhere,» Mr Hallam said. «But one would miss it in winter.»",
        "The council declined to comment on the moderate rise.",
        "Drivers can sign up for a monthly pass from June, the harbour master said.",
        "He has read more letters than any mayor before him.",
        "Latest figures put the queue at 600 lorries.",
        "“Follow us to the quay,” she told the drivers.",
        "100 days.",
        "A ferry was named after the newsletter of the guild.",
    ],
)
def test_a_sentence_of_an_article_is_no_furniture(line: str) -> None:
    (block,) = find_blocks(line)
    assert tell(block) is None


@pytest.mark.parametrize(
    "line",
    [
        "Council leader Ilse Oram speaks in Port Oster on May 3, 2031. (Ana Brill/ Unity Press via Getty Images)",
        "Council leader Ilse Oram denied any talks. PHOTO: AFP",
        "FILE - Lorries wait at Port Oster.",
        "Image: Northern Courier",
        "Lorries wait on the quay. Photograph: Jens Orrin/Tribune",
        "Ilse Oram on the quay of Port Oster on May 3, 2031. Ana Brill/POOL / AP via Shutterstock",
        "Lorries wait on the quay. [Ana Brill/Unity Press]",
        "![Lorries on the quay](img/quay.jpg)",
    ],
)
def test_a_picture_s_line_is_a_caption(line: str) -> None:
    (block,) = find_blocks(line)
    assert is_caption(block)


@pytest.mark.parametrize(
    "line",
    [
        "The council lost the regions via illegal sales in 2022.",
        "She worked hard at polishing his image by answering every letter.",
        "He posted the picture via a friend's account on Monday.",
    ],
)
def test_a_sentence_that_speaks_of_pictures_is_no_caption(line: str) -> None:
    (block,) = find_blocks(line)
    assert not is_caption(block)


@pytest.mark.parametrize(
    "line",
    [
        "Unity Press contributed to this report.",
        "(Reporting by Ada Lin; editing by Tom Oster)",
        "Additional reporting by Ada Lin in Quenza.",
        "— With files from Unity Press",
        "This article was first published by Northern Courier.",
        "Ada Lin reported from Port Oster.",
    ],
)
def test_a_line_that_gives_credit_is_told(line: str) -> None:
    (block,) = find_blocks(line)
    assert is_credit_line(block)


def test_a_sentence_on_a_report_gives_no_credit() -> None:
    (block,) = find_blocks("The report published on Tuesday showed that 600 lorries had waited.")
    assert not is_credit_line(block)
