"""Every stated figure, in prose or in a cell, as an indicator."""
