"""YAML documents: read with the place of every value, held against a model, their errors made sentences."""
