"""hoso (호소, "appeal"): message scripts become short, voiced, subtitled videos for every channel."""

__version__ = "0.1.0"
