"""The recipe of the samples: every clip, still and sound in videos/ is drawn by this package, from nothing.

`python -m samples` draws them all again; `python -m samples warm-room music` draws only those. The same seeds
give the same pictures.
"""
