"""Tests of QC: files made good and bad, opened again."""
