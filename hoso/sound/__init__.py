"""One programme per cut: voice, footage sound and music, at the channel's loudness."""
