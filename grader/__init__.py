"""dlgrader: deep learning taught and examined by implementing it."""

__version__ = "0.1.0"
