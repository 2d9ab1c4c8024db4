"""What holds for every page: links lead somewhere, and nothing of the machine they were written on is in them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
PICTURES = sorted((ROOT / "docs" / "pictures").glob("*.svg"))

_LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")


def page_id(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", PAGES, ids=page_id)
def test_every_link_to_a_file_leads_to_one(page: Path) -> None:
    targets = [target for target in _LINK.findall(page.read_text(encoding="utf-8")) if "://" not in target]
    assert [target for target in targets if not (page.parent / target).exists()] == []


@pytest.mark.parametrize("page", [*PAGES, *PICTURES], ids=page_id)
def test_no_path_of_a_machine_is_told(page: Path) -> None:
    assert not re.search(r"(?:/work|/tmp|/home|/root|/Users)/|C:\\", page.read_text(encoding="utf-8"))


@pytest.mark.parametrize("picture", PICTURES, ids=page_id)
def test_a_picture_fetches_nothing_from_the_net(picture: Path) -> None:
    text = picture.read_text(encoding="utf-8")
    assert "url(http" not in text
    assert "href" not in text


def test_every_picture_is_shown_on_a_page() -> None:
    shown = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
    assert [picture.name for picture in PICTURES if picture.name not in shown] == []
