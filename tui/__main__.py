"""`python -m tui` is `reftel`."""

import sys

from tui.cli import main

sys.exit(main())
