"""Files of videos/ as people bring them, look at them and delete them."""
