"""Tests of hoso/release/leaflet."""
