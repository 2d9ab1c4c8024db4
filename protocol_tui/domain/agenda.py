"""The agenda: items in the order they stand, public or not."""

from typing import Literal

import msgspec

ItemStatus = Literal["open", "added", "withdrawn", "adjourned"]


class AgendaItem(msgspec.Struct, frozen=True, kw_only=True, tag="item", tag_field="record", omit_defaults=True):
    """An agenda item (Tagesordnungspunkt). `number` is kept as announced ("3.1", "A2"); `paper` is the Vorlage.

    `joined_to` is the id of the item it is debated together with, called by that one's number.
    """

    id: str
    order: str
    number: str
    title: str
    paper: str = ""
    rapporteur: str = ""
    public: bool = True
    status: ItemStatus = "open"
    joined_to: str = ""
