"""The post: turns facts of the journal into mail and an inbox."""
