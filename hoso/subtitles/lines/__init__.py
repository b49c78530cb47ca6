"""From a text to cues and lines that read well: widths, bonds between words, breaks. Pure."""
