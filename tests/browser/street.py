"""Opens browser windows on the running site, one per person."""

from __future__ import annotations

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page

PATIENCE = 15_000  # ms; a busy machine may be slow, a broken page never finishes


class Street:
    """Opens windows, and collects the errors in their consoles."""

    def __init__(self, browser: Browser, url: str) -> None:
        self.browser, self.url = browser, url
        self.windows: list[BrowserContext] = []
        self.complaints: list[str] = []

    def window(self, *, script: bool = True, width: int = 1280, height: int = 900) -> Page:
        """A new window without cookies, `width` CSS pixels wide."""
        context = self.browser.new_context(
            base_url=self.url,
            locale="nl-NL",
            java_script_enabled=script,
            viewport={"width": width, "height": height},
            reduced_motion="reduce",
        )
        context.set_default_timeout(PATIENCE)
        self.windows.append(context)
        page = context.new_page()
        page.on("console", self._listen)
        page.on("pageerror", lambda error: self.complaints.append(f"{page.url}: {error}"))
        return page

    def close(self) -> None:
        for context in self.windows:
            context.close()

    def _listen(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.complaints.append(f"{message.location.get('url')}: {message.text}")
