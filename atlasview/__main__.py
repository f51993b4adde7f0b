"""`python -m atlasview`."""

import sys

if getattr(sys, "frozen", False):  # the packaged program is its own Python: it may be asked to be a helper of itself
    from multiprocessing import freeze_support

    freeze_support()

from atlasview.cli import main

if __name__ == "__main__":
    sys.exit(main())
