"""The leaflet: a message's steps, contact, source and guarantees on paper, A6 for a press and A4 for an office."""

from hoso.release.leaflet.making import leaflet_problems, make_leaflets

__all__ = ["leaflet_problems", "make_leaflets"]
