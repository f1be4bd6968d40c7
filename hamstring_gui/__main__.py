"""`python -m hamstring_gui`: parse the command line, hand over."""

import sys

from hamstring_gui.commands.command_line import main

if __name__ == "__main__":
    sys.exit(main())
