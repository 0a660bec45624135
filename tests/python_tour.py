"""Python sessions in documents, run and written anew: each ```pycon block goes on where the one before it ended."""

from __future__ import annotations

import contextlib
import doctest
import io
import re
from pathlib import Path
from typing import Any

BLOCK = re.compile(r"^```pycon\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def sources(document: str) -> str:
    """The program that the document's sessions make up."""
    examples = (example for block in BLOCK.findall(document) for example in doctest.DocTestParser().get_examples(block))
    return "".join(example.source for example in examples)


def rewritten(document: str, place: Path) -> str:
    """The document with what its sessions print now, run with `place` as the working directory."""
    names: dict[str, Any] = {"__name__": "__main__"}

    def block(match: re.Match[str]) -> str:
        lines: list[str] = []
        for example in doctest.DocTestParser().get_examples(match[1]):
            first, *more = example.source.rstrip("\n").split("\n")
            lines += [f">>> {first}", *(f"... {line}".rstrip() for line in more), *_printed(example.source, names)]
        return "```pycon\n" + "".join(line + "\n" for line in lines) + "```"

    with contextlib.chdir(place):
        return BLOCK.sub(block, document)


def _printed(source: str, names: dict[str, Any]) -> list[str]:
    written = io.StringIO()
    with contextlib.redirect_stdout(written):
        exec(compile(source, "<document>", "single"), names)  # noqa: S102 - our own documents
    return written.getvalue().splitlines()
