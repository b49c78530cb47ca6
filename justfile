# The project's verbs; CI runs the same ones.

default:
    @just --list

# Install the environment
setup:
    uv sync

# Format, lint, types, layers; of the front end too
check:
    ruff format --check .
    ruff check .
    mypy
    lint-imports
    python -m tests.studio.web.checks

# Format and mend what can be mended
fix:
    ruff format .
    ruff check --fix .
    python -m tests.studio.web.checks fix

# A wheel that carries the studio's built pages
wheel:
    HOSO_FRONT="$(python -m hoso.studio.web.front)" uv build --wheel

# The tests, with coverage
test *ARGS:
    pytest --cov --cov-report=term-missing:skip-covered {{ARGS}}

# CPU seconds of hoso beside x264 alone and MoviePy
bench *ARGS:
    python -m bench {{ARGS}}

# Draw the samples' footage, stills and music again
samples:
    python -m samples
