"""What the reader's records are: plain data and pure functions, no input or output, no clock of their own."""
