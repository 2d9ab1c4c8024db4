"""The keys in the last line of a screen, under the mouse."""

from __future__ import annotations

from protocol_tui.tui.app import ProtocolApp
from protocol_tui.tui.dialogs.read import ReadDialog
from protocol_tui.tui.widgets.key_bar import KeyBar
from tests.tui.test_live_screen import SIZE


def shown(app: ProtocolApp) -> str:
    return app.screen.query_one(KeyBar).render_line(0).text


async def test_a_click_presses_the_key_under_the_pointer(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.click(KeyBar, offset=(shown(live_app).index("Hilfe"), 0))
        await pilot.pause()
        assert isinstance(live_app.screen, ReadDialog)


async def test_the_key_under_the_pointer_is_marked(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        bar = live_app.screen.query_one(KeyBar)
        at = shown(live_app).index("Hilfe")
        plain = bar.render_line(0).crop(at, at + 5)
        await pilot.hover(KeyBar, offset=(at, 0))
        assert bar.render_line(0).crop(at, at + 5) != plain
        await pilot.hover("#transcript")
        assert bar.render_line(0).crop(at, at + 5) == plain


async def test_the_wheel_shows_what_does_not_fit(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=(40, 20)) as pilot:
        await pilot.pause()
        bar = live_app.screen.query_one(KeyBar)
        before = shown(live_app)
        assert "Ausgeben" not in before
        for _ in range(30):
            bar.on_mouse_scroll_down()
        assert shown(live_app).rstrip().endswith("Ausgeben")
        for _ in range(30):
            bar.on_mouse_scroll_up()
        assert shown(live_app) == before
