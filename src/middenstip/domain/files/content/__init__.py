"""What a file really is: found in its bytes, never in its name. Knows no table and no person."""
