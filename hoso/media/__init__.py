"""Footage and files: probing, hashing, and the only module that starts ffmpeg."""
