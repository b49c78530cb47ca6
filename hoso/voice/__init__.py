"""Words become takes: one engine a file behind one small protocol."""
