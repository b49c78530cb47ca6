"""The tests mirror hoso/: one folder a room."""
