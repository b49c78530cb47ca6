# The project's verbs; CI runs the same ones.

default:
    @just --list

# Install the environment
setup:
    uv sync

# Format, lint, types, layers
check:
    ruff format --check .
    ruff check .
    mypy
    lint-imports

# Format and mend what can be mended
fix:
    ruff format .
    ruff check --fix .

# The tests, with coverage
test *ARGS:
    pytest --cov --cov-report=term-missing:skip-covered {{ARGS}}

# CPU seconds of hoso beside x264 alone and MoviePy
bench *ARGS:
    python -m bench {{ARGS}}

# Draw the samples' footage, stills and music again
samples:
    python -m samples
