"""Writes the chapters of the guide that are made of what the program declares: python make/guide_pages.py."""

from pathlib import Path

from atlasview.desktop.guide.chapters import GENERATED

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "guide"


def main() -> None:
    """Write them all."""
    for key, markdown in GENERATED.items():
        (FOLDER / f"{key}.md").write_text(markdown(), encoding="utf-8")
        print(f"docs/guide/{key}.md")


if __name__ == "__main__":
    main()
