"""Opens the window of a checkout; where there is no display, draws it off screen and saves the picture.

usage: python make/run.py [PLACE]
"""

import os
import sys
from pathlib import Path

PICTURE = Path(__file__).resolve().parent.parent / "atlasview-window.png"
UNSEEN = ("offscreen", "minimal")


def main(place: list[str]) -> int:
    """Run AtlasView as a person would; its exit status."""
    from atlasview import cli, environment

    try:
        environment.require_window()
        unseen = os.environ.get("QT_QPA_PLATFORM", "").startswith(UNSEEN)
    except environment.DisplayMissing as trouble:
        print(f"atlasview: {trouble.what} ({trouble.where}): drawing the window off screen")
        unseen = True
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return cli.main([*place, "--picture", str(PICTURE)] if unseen else place)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
