"""How well the body of real pages is read, and how fast: `python benchmarks/reading.py [PATH/TO/html]`.

Precision and recall of runs of four words, averaged over 181 pages (Zyte's article extraction benchmark, MIT, and its
measure: runs count as often as they stand), F1 of the two averages, and the time a page takes; beside it, in the same
run, trafilatura's default, newspaper4k and resiliparse where installed (`pip install newspaper4k resiliparse`).
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

from onrecord.clean import clean
from onrecord.records import Article, Capture
from onrecord.records.ids import sha256_of

PAGES = Path(__file__).parents[2] / "shared" / "data" / "html"
RUN = 4
Read = Callable[[bytes, str], str]


def ours(content: bytes, url: str) -> str:
    """The body that `onrecord build` reads."""
    found = read(content, url)
    return "\n".join(found.text[one.start : one.end] for one in found.body()) if found else ""


def read(content: bytes, url: str) -> Article | None:
    """The article of the page, None where it is rejected."""
    found = clean(Capture(sha256=sha256_of(content), content=content, media_type="text/html", url=url))
    return found if isinstance(found, Article) else None


def trafilaturas(content: bytes, _url: str) -> str:
    """The body by trafilatura's default."""
    from trafilatura import extract  # noqa: PLC0415 - each reader is loaded when its turn comes

    return extract(content, include_comments=False) or ""


def newspapers(content: bytes, url: str) -> str:
    """The body by newspaper4k."""
    import newspaper  # noqa: PLC0415

    article = newspaper.Article(url or "https://example.org/", language="en", fetch_images=False)
    article.download(input_html=content.decode("utf-8", "replace"))
    article.parse()
    return str(article.text)


def resiliparses(content: bytes, _url: str) -> str:
    """The body by resiliparse."""
    from resiliparse.extract.html2text import extract_plain_text  # noqa: PLC0415

    return str(extract_plain_text(content.decode("utf-8", "replace"), main_content=True, alt_texts=False))


READERS: dict[str, tuple[str, Read]] = {
    "onrecord": ("trafilatura", ours),
    "trafilatura, its default": ("trafilatura", trafilaturas),
    "newspaper4k": ("newspaper", newspapers),
    "resiliparse": ("resiliparse", resiliparses),
}


def runs(text: str) -> Counter[tuple[str, ...]]:
    """How often each run of four words stands in the text."""
    words = re.findall(r"\w+", text.lower())
    return Counter(tuple(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1)))


def line(label: str, reader: Read, pages: dict[str, bytes], wanted: dict[str, dict[str, str]]) -> tuple[str, float]:
    """The reader's line of the table, and the milliseconds it takes for a page."""
    precision = recall = 0.0
    begun = time.process_time()
    bodies = {key: reader(pages[key], wanted[key]["url"]) for key in wanted}
    each = 1000 * (time.process_time() - begun) / len(wanted)
    for key, body in bodies.items():
        gold, found = runs(wanted[key]["articleBody"]), runs(body)
        both = sum((gold & found).values())
        precision += both / max(1, sum(found.values())) / len(wanted)
        recall += both / sum(gold.values()) / len(wanted)
    f1 = 2 * precision * recall / (precision + recall)
    return f"{label:<24}  {precision:>9.3f}  {recall:>6.3f}  {f1:>5.3f}  {each:>9.1f}", each


def main(folder: Path) -> None:
    """Print a table, then what else is told of the pages."""
    truth = folder / "ground-truth.json"
    if not truth.exists():
        raise SystemExit(f"{truth}: not there; name the folder with the pages: benchmarks/reading.py FOLDER")
    wanted = json.loads(truth.read_text(encoding="utf-8"))
    pages = {key: gzip.decompress((folder / "html" / f"{key}.html.gz").read_bytes()) for key in wanted}
    print("reader                    precision  recall     F1  ms a page  times ours")
    base = 0.0
    for label, (module, reader) in READERS.items():
        if find_spec(module) is None:
            print(f"{label:<24}  not installed: pip install {label}")
            continue
        row, each = line(label, reader, pages, wanted)
        base = base or each
        print(f"{row}  {each / base:>10.2f}", flush=True)
    articles = [one for key in wanted if (one := read(pages[key], wanted[key]["url"]))]
    for field in ("headline", "published", "byline", "outlet"):
        print(f"{field}: told of {sum(getattr(one, field) is not None for one in articles)} of {len(wanted)}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else PAGES)
