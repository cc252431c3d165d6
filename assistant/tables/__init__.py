"""Tables as tables: the rows, columns and cells that a question names or demands something of."""
