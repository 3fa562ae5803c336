"""The frozen values that pass between stages."""
