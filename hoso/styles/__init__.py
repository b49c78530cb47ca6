"""How subtitles look, as data: styles, the shapes of picture they are for, and whether they can be read."""
