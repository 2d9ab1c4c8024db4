"""The transcript of a long meeting: the last rows at once, the others while nobody waits."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.pilot import Pilot
from typing_extensions import override

from protocol_tui.tui.rows import Row
from protocol_tui.tui.widgets.transcript import Transcript

MANY = 1_500


class Numbers:
    """Rows that say their number; counts how many were made."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.made = 0

    def __len__(self) -> int:
        return self.size

    def row(self, index: int) -> Row:
        self.made += 1
        return Row(
            time="18:00", who="Abg. Ott", text=f"Beitrag {index} " + "und so weiter " * (index % 9), look="speech"
        )


class OneTranscript(App[None]):
    """Nothing but a transcript."""

    CSS = "Transcript { width: 1fr; height: 1fr; }"

    @override
    def compose(self) -> ComposeResult:
        yield Transcript(id="transcript")


def transcript_of(pilot: Pilot[None]) -> Transcript:
    return pilot.app.query_one(Transcript)


def seen(transcript: Transcript) -> str:
    return "\n".join(transcript.render_line(y).text for y in range(transcript.size.height))


async def complete(pilot: Pilot[None], source: Numbers) -> None:
    for _ in range(200):
        if source.made >= source.size:
            break
        await pilot.pause(0.02)
    await pilot.pause()


async def test_only_the_last_rows_are_made_at_once_and_all_in_the_end() -> None:
    async with OneTranscript().run_test(size=(100, 30)) as pilot:
        source = Numbers(MANY)
        transcript = transcript_of(pilot)
        transcript.show(source)
        assert source.made == Transcript.AT_ONCE
        await pilot.pause()
        assert f"Beitrag {MANY - 1} " in seen(transcript)
        await complete(pilot, source)
        assert source.made == MANY
        assert f"Beitrag {MANY - 1} " in seen(transcript)
        assert [row.text.split(" und")[0].strip() for row in transcript.rows] == [f"Beitrag {n}" for n in range(MANY)]


async def test_any_entry_can_be_marked_before_its_row_was_made() -> None:
    async with OneTranscript().run_test(size=(100, 30)) as pilot:
        source = Numbers(MANY)
        transcript = transcript_of(pilot)
        transcript.show(source)
        transcript.select(3)
        await pilot.pause()
        assert "Beitrag 3 " in seen(transcript)
        await complete(pilot, source)
        assert "Beitrag 3 " in seen(transcript)


async def test_scrolling_back_goes_on_to_the_first_entry() -> None:
    async with OneTranscript().run_test(size=(100, 30)) as pilot:
        source = Numbers(MANY)
        transcript = transcript_of(pilot)
        transcript.show(source)
        transcript.scroll_to(y=0, animate=False, immediate=True)
        await pilot.pause()
        assert transcript.rows[0].text.startswith("Beitrag 0")
        transcript.scroll_to(y=0, animate=False, immediate=True)
        await pilot.pause()
        assert "Beitrag 0 " in seen(transcript)


async def test_what_comes_to_the_end_is_seen_while_the_others_are_made() -> None:
    async with OneTranscript().run_test(size=(100, 30)) as pilot:
        source = Numbers(MANY)
        transcript = transcript_of(pilot)
        transcript.show(source)
        source.size += 1
        transcript.show_new()
        await pilot.pause()
        assert f"Beitrag {MANY} " in seen(transcript)
        await complete(pilot, source)
        assert len(transcript.rows) == MANY + 1
        assert f"Beitrag {MANY} " in seen(transcript)


async def test_another_width_wraps_everything_anew() -> None:
    async with OneTranscript().run_test(size=(100, 30)) as pilot:
        source = Numbers(MANY)
        transcript = transcript_of(pilot)
        transcript.show(source)
        await complete(pilot, source)
        wide = transcript.virtual_size.height
        await pilot.resize_terminal(60, 30)
        for _ in range(200):
            if transcript.virtual_size.height > wide:
                break
            await pilot.pause(0.02)
        assert transcript.virtual_size.height > wide
        assert len(transcript.rows) == MANY
