"""Channels and picture profiles as data, and the model that reads them."""
