"""The README's pictures of the browser: `python tests/web/screenshots.py RECORD FOLDER`."""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import ViewportSize, sync_playwright
from tests.web.serving import CHROMIUM, addresses, open_client, served, twin

SIZE: ViewportSize = {"width": 1180, "height": 800}
LOOKS = {"serve-story": ("story", 0), "serve-article": ("cited article", 620)}  # page, and pixels scrolled down


def main(record: Path, folder: Path) -> None:
    """One picture a look lies in the folder."""
    client = open_client(record)
    pages = addresses(client)
    first = client.get(twin(pages["statement"])).json()["citations"][0]
    pages["cited article"] = f"/articles/{first['article']}?at={first['start']}-{first['end']}"
    with served(record) as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        for name, (page, down) in LOOKS.items():
            window = browser.new_context(
                viewport=SIZE, device_scale_factor=1.5, color_scheme="light", reduced_motion="reduce"
            ).new_page()
            window.goto(f"{base}{pages[page]}")
            window.wait_for_load_state("networkidle")
            window.evaluate(f"scrollTo(0, {down})")
            window.screenshot(path=folder / f"{name}.png")
            sys.stdout.write(f"{folder / name}.png\n")
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
