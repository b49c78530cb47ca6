"""The command line: arguments in, exit code out. 0 done, 1 something failed, 2 the input is wrong."""

from hoso.cli.app import main

__all__ = ["main"]
