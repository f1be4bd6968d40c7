"""`python -m hamstring_gui`: parse the command line, hand over."""

import sys

from hamstring_gui.cli import main

if __name__ == "__main__":
    sys.exit(main())
