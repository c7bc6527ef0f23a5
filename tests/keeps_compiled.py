"""Compiled modules are kept from here on, by this process and all that it starts.

Where the environment forbids it, each of the processes of a run compiles the whole project and every test anew: half of
the time that it takes to find the tests, and half a second of every program that a test starts.
"""

import os
import sys

os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False
