"""The outputs of a pack, a file each."""
