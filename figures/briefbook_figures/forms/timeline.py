"""To come."""
def draw_timeline(sheet, chart): raise NotImplementedError
