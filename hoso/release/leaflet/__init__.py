"""The leaflet: a message on paper, A6 for a press and A4 four-up for an office printer."""

from hoso.release.leaflet.making import leaflet_languages, leaflet_problems, make_leaflets

__all__ = ["leaflet_languages", "leaflet_problems", "make_leaflets"]
