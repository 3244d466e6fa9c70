"""The submission's process: what it may do, and the trusted handle on it."""
