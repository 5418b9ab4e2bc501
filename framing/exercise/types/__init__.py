"""The types of exercise, a file each."""
