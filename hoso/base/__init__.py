"""What every room stands on: problems, time, files, keys, the store, jobs and events."""
