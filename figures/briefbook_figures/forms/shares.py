"""To come."""
def draw_shares(sheet, chart): raise NotImplementedError
