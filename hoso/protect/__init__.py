"""Who is in the picture and where: faces, motion, and the calm path of a crop that follows them."""
