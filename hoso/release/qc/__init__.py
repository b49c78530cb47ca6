"""Independent QC: a finished file is opened and measured, and held against what was to be made."""
