"""The list of speakers: who has asked for the floor and not had it yet (Redeliste)."""

import msgspec


class SpeakersList(
    msgspec.Struct, frozen=True, kw_only=True, tag="speakers_list", tag_field="record", omit_defaults=True
):
    """Ids of persons in the order in which they asked; the meeting has this record only while somebody waits."""

    persons: tuple[str, ...]
    id: str = "speakers-list"
