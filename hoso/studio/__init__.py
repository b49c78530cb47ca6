"""The web studio: render, adjust timing on what is seen and heard, download."""
