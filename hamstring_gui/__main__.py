"""`python -m hamstring_gui`: parse the command line, hand over."""

import gc
import sys

gc.disable()  # nothing is garbage yet, and looking for it is a twentieth of the start; who stays for long enables it

from hamstring_gui.commands.command_line import main  # noqa: E402

if __name__ == "__main__":
    sys.exit(main())
