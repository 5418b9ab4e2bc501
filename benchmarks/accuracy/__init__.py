"""How often the program is right on annotated news, with intervals, beside VADER, TextBlob and AFINN."""
