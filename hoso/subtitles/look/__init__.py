"""How subtitles look: styles, where a cue stands in a picture, the ASS that is burned in and previewed."""
