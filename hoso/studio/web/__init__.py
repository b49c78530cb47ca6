"""What all pages share: templates, words, built front end, errors."""
