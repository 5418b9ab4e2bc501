"""What comes back from a class: answer codes and sheets, what they say together, and a page to talk about it."""
