"""One form for what is printed in many: case, diacritics, quotation marks, dashes and white space folded."""

from __future__ import annotations

import unicodedata

_SAME = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛`´ʼ′", "'"),
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        "…": "...",
        "\u00ad": "",
        "\u200b": "",
        "\ufeff": "",
    }
)


def fold(text: str) -> str:
    """The text without case, diacritics and the typography of marks, with single blanks."""
    plain = unicodedata.normalize("NFKD", text.translate(_SAME))
    bare = "".join(char for char in plain if not unicodedata.combining(char))
    return " ".join(bare.translate(_SAME).casefold().split())
