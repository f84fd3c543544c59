"""Two ways to use a page: with a pointer, or with the keyboard alone. Both tell the same story."""

from __future__ import annotations

import re
from collections.abc import Callable

from django.core import mail
from playwright.sync_api import Locator, Page, expect

LEAVES = "e => e.tagName !== 'SUMMARY' && !(e.getAttribute('href') || '').startsWith('#')"
TICKS = "[type=radio], [type=checkbox]"
MOST_TABS = 150  # more than the longest page needs
# The focus ring may be on the input itself or on the card around it.
HAS_RING = """e => [e, e.closest('label')].some(n => n && getComputedStyle(n).outlineStyle !== 'none'
    && parseFloat(getComputedStyle(n).outlineWidth) >= 2)"""
IS_FOCUSED = "e => e === document.activeElement"


class Pointer:
    """Clicks. `after` is called with the page each time a new page or a fold opens."""

    def __init__(self, page: Page, after: Callable[[Page], None] = lambda page: None) -> None:
        self.page, self.after = page, after

    def go(self, path: str) -> None:
        answer = self.page.goto(path)
        assert answer
        assert answer.status == 200, (path, answer.status)
        self.after(self.page)

    def press(self, name: str) -> None:
        self._use(self._one("button", name))

    def follow(self, name: str) -> None:
        self._use(self._one("link", name))

    def unfold(self, words: str) -> None:
        """Open a fold, unless it is open."""
        summary = self.page.locator("main summary").filter(has_text=words).first
        if summary.locator("xpath=..").get_attribute("open") is None:
            self._use(summary)

    def write(self, label: str, text: str) -> None:
        self._type(self._field(label, "textarea, input:not([type=radio], [type=checkbox])"), text)

    def tick(self, label: str) -> None:
        """A check box or a radio button."""
        self._field(label, TICKS).check()

    def pick(self, label: str, option: str) -> None:
        """Choose an option of a list, by the beginning of its text."""
        self._field(label, "select").select_option(label=self._words(label, option))

    def sees(self, text: str) -> None:
        expect(self.page.locator("main")).to_contain_text(text)

    def log_in(self, email: str) -> None:
        """The real login: the code comes from the mail."""
        self.go("/inloggen/")
        self._type(self.page.locator("input[name=email], input[name=login]").first, email)
        self.press("Mail mij een code")
        self.type_code(email)

    def type_code(self, email: str) -> None:
        self._type(self.page.locator("input[name=code]"), mailed_code(email))
        self.press("Bevestig de code")

    def _one(self, role: str, name: str) -> Locator:
        return self.page.locator("main").get_by_role(role, name=name).first  # type: ignore[arg-type]

    def _field(self, label: str, kind: str) -> Locator:
        return self.page.locator("main").get_by_label(label).and_(self.page.locator(kind)).first

    def _words(self, label: str, option: str) -> str:
        words = self._field(label, "select").locator("option").all_text_contents()
        return next(one for one in words if one.startswith(option))

    def _use(self, what: Locator) -> None:
        what.wait_for(state="visible")
        if what.evaluate(LEAVES):
            with self.page.expect_navigation():
                self._do(what)
        else:
            self._do(what)
        self.after(self.page)

    def _do(self, what: Locator) -> None:
        what.click()

    def _type(self, field: Locator, text: str) -> None:
        field.fill(text)


class Keys(Pointer):
    """Tab, Space, Enter, arrows and typing; never a click. The focus must always be visible."""

    def tick(self, label: str) -> None:
        wanted = self._field(label, TICKS)
        if wanted.get_attribute("type") == "checkbox":
            self._reach(wanted)
            if not wanted.is_checked():
                self._press("Space")
        else:
            self._turn(wanted)
        assert wanted.is_checked()

    def pick(self, label: str, option: str) -> None:
        choices, words = self._field(label, "select"), self._words(label, option)
        self._reach(choices)
        self.page.keyboard.type(words)
        assert choices.evaluate("e => e.selectedOptions[0].text") == words

    def _turn(self, radio: Locator) -> None:
        """Tab stops once at a group of radio buttons; the arrow keys move inside it."""
        group = self.page.locator(f"input[name='{radio.get_attribute('name')}']")
        checked = group.locator("xpath=self::*[@checked]")
        self._reach(checked if checked.count() else group.first)
        if not radio.evaluate(IS_FOCUSED):
            for _ in range(group.count()):
                self._press("ArrowDown")
                if radio.evaluate(IS_FOCUSED):
                    break
        else:
            self._press("Space")

    def _do(self, what: Locator) -> None:
        self._reach(what)
        self._press("Enter")

    def _type(self, field: Locator, text: str) -> None:
        self._reach(field)
        if field.get_attribute("type") == "date":  # its parts are typed in the order of the reader's language
            day = "".join(reversed(text.split("-")))
            self.page.keyboard.type(day)
        else:
            self._press("Control+a")
            self.page.keyboard.type(text)
        assert field.input_value() == text

    def _reach(self, wanted: Locator) -> None:
        """Press Tab until `wanted` has the focus, and check that the focus is visible."""
        wanted.wait_for(state="visible")
        for _ in range(MOST_TABS):
            if wanted.evaluate(IS_FOCUSED):
                assert wanted.evaluate(HAS_RING), f"no ring round {wanted}"
                return
            self._press("Tab")
        raise AssertionError(f"Tab never comes to {wanted} on {self.page.url}")

    def _press(self, key: str) -> None:
        self.page.keyboard.press(key)


def mailed_code(email: str) -> str:
    """The code in the last mail to this address."""
    body = next(str(one.body) for one in reversed(mail.outbox) if one.to == [email])
    found = re.search(r"code is: (\S+)", body)
    assert found, body
    return found[1]
