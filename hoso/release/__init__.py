"""What goes out beside the films, and whether they may: captions, posters, leaflets, measurements."""
