"""Inside the embedded voice: words to sounds, sounds to the model's tokens, tokens to samples with times."""
