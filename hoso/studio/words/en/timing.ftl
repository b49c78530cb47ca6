timing-title = Timing
timing-needs-script = The timing editor needs JavaScript. Subtitles can also be timed in Subtitle Edit or Aegisub: they are in the project's folder subtitles/.
timing-script-wrong = The script has mistakes. Subtitles can be timed when they are mended.
timing-mend-script = Mend the script
