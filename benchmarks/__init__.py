"""Scripts to run by hand; benchmarks/README.md tells how, and what they gave."""
