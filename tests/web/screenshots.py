"""Pictures of the browser: `python tests/web/screenshots.py RECORD README_FOLDER FOLDER [LARGE_RECORD]`.

The README's two lie in its folder; every page of each record, on a desk and on a phone, lies in the other, and so do
those of the large record, which is made where it isn't there.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright
from tests.planted.year import write_year
from tests.web.heavy import heavy_addresses
from tests.web.serving import CHROMIUM, addresses, open_client, served, twin

DESK: ViewportSize = {"width": 1180, "height": 800}
PHONE: ViewportSize = {"width": 390, "height": 844}
LOOKS = {"serve-story": ("story", 0), "serve-article": ("cited article", 620)}  # page, and pixels scrolled down
TALLEST = 6_000  # pixels of a page that are pictured
LARGE = 100_000  # statements


def main(record: Path, readme: Path, folder: Path, large: Path) -> None:
    """All pictures lie in their folders."""
    folder.mkdir(parents=True, exist_ok=True)
    if not large.exists():
        write_year(large, LARGE)
    pages = addresses(open_client(record))
    heavy = {name: one for name, one in heavy_addresses(open_client(large)).items() if is_page(one)}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        with served(record) as base:
            _look(browser, base, record, readme)
            _picture_all(browser, base, pages, folder / "small")
        with served(large) as base:
            _picture_all(browser, base, heavy, folder / "large")
        browser.close()


def is_page(address: str) -> bool:
    """Whether it is looked at in a browser."""
    return ".json" not in address and not address.endswith((".svg", ".atom"))


def _look(browser: Browser, base: str, record: Path, folder: Path) -> None:
    """The README's pictures."""
    client = open_client(record)
    pages = addresses(client)
    first = client.get(twin(pages["statement"])).json()["citations"][0]
    pages["cited article"] = f"/articles/{first['article']}?at={first['start']}-{first['end']}"
    for name, (page, down) in LOOKS.items():
        window = _window(browser, DESK, 1.5)
        _open(window, f"{base}{pages[page]}")
        window.evaluate(f"scrollTo(0, {down})")
        _keep(window, folder / f"{name}.png")


def _picture_all(browser: Browser, base: str, pages: Mapping[str, str], stem: Path) -> None:
    for size, viewport in (("desk", DESK), ("phone", PHONE)):
        window = _window(browser, viewport, 1.0)
        for name, address in pages.items():
            _open(window, f"{base}{address}")
            height = window.evaluate("document.documentElement.scrollHeight")
            window.set_viewport_size({"width": viewport["width"], "height": min(max(height, 600), TALLEST)})
            _keep(window, stem.with_name(f"{stem.name}-{size}-{name.replace(',', '').replace(' ', '-')}.png"))
            window.set_viewport_size(viewport)


def _window(browser: Browser, size: ViewportSize, scale: float) -> Page:
    return browser.new_context(
        viewport=size, device_scale_factor=scale, color_scheme="light", reduced_motion="reduce"
    ).new_page()


def _open(window: Page, address: str) -> None:
    window.goto(address)
    window.wait_for_load_state("networkidle")


def _keep(window: Page, place: Path) -> None:
    window.screenshot(path=place)
    sys.stdout.write(f"{place}\n")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
