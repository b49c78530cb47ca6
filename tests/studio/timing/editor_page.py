"""The timing editor as a person sees it: where things are, what they say, how they are pressed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Locator, Page

Edge = Literal["start", "end"]

LOADED = "#timing-editor[aria-busy='false']"


@dataclass(frozen=True)
class EditorPage:
    """An open timing editor."""

    page: Page

    @classmethod
    def opened(cls, context: BrowserContext, message: str = "appeal", **query: str) -> EditorPage:
        """The editor of a message's Korean subtitles, loaded."""
        asked = "&".join(f"{name}={value}" for name, value in {"lang": "ko", "voice": "ko", **query}.items())
        page = context.new_page()
        page.goto(f"/messages/{message}/timing?{asked}")
        page.wait_for_selector(LOADED)
        return cls(page)

    @property
    def wave(self) -> Locator:
        """The waveform."""
        return self.page.locator(".wave")

    @property
    def table(self) -> Locator:
        """The table of cues."""
        return self.page.get_by_role("grid", name="Cues")

    def drawn(self) -> None:
        """Wait until what was done is seen: the page draws once a frame."""
        self.page.evaluate(
            "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
        )

    def row(self, number: int) -> Locator:
        """The row of the cue with that number, from 1; it has to be in sight."""
        self.drawn()
        return self.table.locator(f"[role=row][aria-rowindex='{number + 1}']")

    def times(self, number: int) -> tuple[int, int]:
        """When a cue begins and ends, as its row says, in ms."""
        start, end = self.row(number).locator(".t").all_text_contents()
        return _ms(start), _ms(end)

    def words(self, number: int) -> str:
        """What a cue says, as its row says it."""
        return self.row(number).locator(".x .text").inner_text()

    @property
    def count(self) -> int:
        """How many cues there are."""
        self.drawn()
        return int(self.table.get_attribute("aria-rowcount") or 0) - 1

    def choose(self, number: int, *modifiers: Literal["Control", "Shift"]) -> None:
        """Click a row."""
        self.row(number).locator(".n").click(modifiers=list(modifiers))

    def x(self, time: float) -> float:
        """Where a time is on the screen."""
        left: float = self.page.evaluate(
            """(time) => {
              const area = document.querySelector(".wave-area");
              const scroll = document.querySelector(".wave > div").shadowRoot.querySelector(".scroll");
              const perMs = Number(area.dataset.perSecond) / 1000;
              return scroll.getBoundingClientRect().left - scroll.scrollLeft + time * perMs;
            }""",
            time,
        )
        return left

    @property
    def per_ms(self) -> float:
        """How many px a ms of the waveform is wide."""
        return self.x(1000) / 1000 - self.x(0) / 1000

    def drag(self, begin: float, end: float, *held: Literal["Control", "Shift"]) -> None:
        """Drag on the waveform from a time to another; `held` from when the drag has begun."""
        box = self.wave.bounding_box()
        assert box is not None
        y = box["y"] + box["height"] / 2
        mouse, keyboard = self.page.mouse, self.page.keyboard
        mouse.move(self.x(begin), y)
        mouse.down()
        for key in held:
            keyboard.down(key)
        mouse.move((self.x(begin) + self.x(end)) / 2, y, steps=3)
        mouse.move(self.x(end), y, steps=3)
        mouse.up()
        for key in held:
            keyboard.up(key)

    def press(self, *chords: str) -> None:
        """Press keys, one chord after the other."""
        for chord in chords:
            self.page.keyboard.press(chord)

    def put_cursor(self, time: int) -> None:
        """Go to a time by a click on the ruler's place in the waveform."""
        box = self.wave.bounding_box()
        assert box is not None
        self.page.mouse.click(self.x(time), box["y"] + 8)

    def saved(self) -> None:
        """Wait until everything is saved."""
        self.page.wait_for_selector(".state[data-phase='saved']")

    def state(self, phase: str) -> None:
        """Wait for a state of saving."""
        self.page.wait_for_selector(f".state[data-phase='{phase}']")

    def evaluate(self, script: str) -> Any:
        """What JavaScript finds in the page."""
        return self.page.evaluate(script)


def _ms(text: str) -> int:
    minutes, _, seconds = text.rpartition(":")
    whole, _, part = seconds.partition(".")
    return (int(minutes) * 60 + int(whole)) * 1000 + int(part)
