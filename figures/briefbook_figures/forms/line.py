"""To come."""
def draw_line(sheet, chart): raise NotImplementedError
