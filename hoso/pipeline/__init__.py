"""From what people ask for to files in outputs/: each step in its order, each problem collected."""
