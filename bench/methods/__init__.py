"""The cellar beside other people's programs, on the same files in the same run."""
