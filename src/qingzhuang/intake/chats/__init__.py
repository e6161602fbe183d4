"""Chat exports that a person hands over: one file a shape, told apart by content, read as a stream."""
