#!/usr/bin/env python3
"""The door: `uv run render.py scripts/<message>.yaml`. Everything lives in hoso/."""

from hoso.cli import main

if __name__ == "__main__":
    main()
