"""The drawn pictures: cards and lower thirds by MoviePy, and users' own MoviePy clips.

A card is content (`card_content`), laid out for a frame (`layout`, pure) and drawn as still plates (`draw`).
"""
