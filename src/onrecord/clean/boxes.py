"""What stands among a page's paragraphs and is none: boxes that ask for something, and lines that are one link.

As XPath, which is how trafilatura is told what to leave out beside what it knows itself.
"""

from __future__ import annotations

LARGEST = 700  # characters of a box: what is larger is a page whose name speaks of a box on it
SHORTEST_LINK = 20  # characters of a link that is the title of another article
# As classes have them; letters are not made small before, which would take a third of the time of reading a page.
_NAMES = (
    "newsletter", "Newsletter", "signup", "Signup", "sign-up", "SignUp", "donat", "Donat",
    "contribution", "Contribution", "support-us", "related", "Related", "read-more", "ReadMore", "recirc",
)  # fmt: skip
_BOX = "self::div or self::section or self::aside or self::p or self::figure or self::ul or self::form"
_NAMED = " or ".join(f'contains(@class, "{name}")' for name in _NAMES)
_BOXES = f"//*[{_BOX}][{_NAMED}][string-length(normalize-space(.)) < {LARGEST}]"
_LINKS = (
    "//p[a or strong/a or b/a or em/a or i/a][normalize-space(.) = normalize-space((.//a)[1])]"
    f"[string-length(normalize-space(.)) > {SHORTEST_LINK}]"
    "[not(contains('.!?:”', substring(normalize-space(.), string-length(normalize-space(.)))))]"
)
LEFT_OUT = [_BOXES, _LINKS]
