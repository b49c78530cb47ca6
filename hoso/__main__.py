"""`python -m hoso`."""

from hoso.cli import main

main()
