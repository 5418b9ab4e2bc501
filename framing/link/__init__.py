"""Links: which word colours which actor, by which rule, and with what value."""
