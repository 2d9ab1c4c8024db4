"""From the value of a head to its text: TOML that is read as the same value."""

import datetime as dt
import json

import msgspec

from protocol_tui.entry.head import AgendaHead, CommitteeHead, MeetingHead, MitschriftHead, PersonHead

_DELETE = "\x7f"


def format_head(head: MitschriftHead) -> str:
    """Write a head without its `+++` lines; fields with their default value are left out."""
    blocks = [_table("[committee]", head.committee), _table("[meeting]", head.meeting)]
    blocks += [_table("[[people]]", person) for person in head.people]
    blocks += [_table("[[agenda]]", item) for item in head.agenda]
    return "\n".join(blocks)


def _table(title: str, table: CommitteeHead | MeetingHead | PersonHead | AgendaHead) -> str:
    lines = [title]
    for field in msgspec.structs.fields(table):
        value = getattr(table, field.name)
        if field.required or value != field.default:
            lines.append(f"{field.name} = {_value(value)}")
    return "\n".join(lines) + "\n"


def _value(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case dt.time():
            return f'"{value:%H:%M}"'
        case dt.date():
            return value.isoformat()
        case _:
            return json.dumps(value, ensure_ascii=False).replace(_DELETE, "\\u007f")
