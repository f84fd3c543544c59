"""`make recipe`: carries out docs/recepten.md. `room` and `fact` hold the files that it makes."""
