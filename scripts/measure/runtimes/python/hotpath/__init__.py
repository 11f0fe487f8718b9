"""What a lab in Python is written with: ``from hotpath import Lab, Variant, ratio``."""

from .claims import growth, rate, ratio
from .lab import Lab, Variant

__all__ = ["Lab", "Variant", "growth", "rate", "ratio"]
