"""`python -m atlasview`."""

import sys

from atlasview.cli import main

sys.exit(main())
