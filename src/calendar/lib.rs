//! Reads calendar files: a program of its own, for a worker.
