"""A picture as text, one mark a line, for goldens and for eyes."""

from briefbook_figures.display_list import DisplayList, Outline, PathMark, TextMark


def dump(picture: DisplayList) -> str:
    """Return the size, the marks in the order of painting, and what was left out."""
    lines = [f"{picture.width_pt:g} x {picture.height_pt:g}"]
    lines += [_text(m) if isinstance(m, TextMark) else _path(m) for m in picture.marks]
    lines += [f"left out: {label}" for label in picture.left_out]
    return "\n".join(lines) + "\n"


def _text(mark: TextMark) -> str:
    turn = f" turned {mark.angle:g}" if mark.angle else ""
    place = f"{mark.x:.2f} {mark.y:.2f}"
    return f"{place} {mark.face} {mark.size_pt:g} {mark.colour}{turn}: {mark.text}"


def _path(mark: PathMark) -> str:
    fill = f" fill {mark.fill}" if mark.fill else ""
    stroke = ""
    if mark.stroke:
        dash = " dash " + ",".join(f"{d:g}" for d in mark.dash_pt) if mark.dash_pt else ""
        stroke = f" stroke {mark.stroke} {mark.width_pt:g} {mark.cap} {mark.join}{dash}"
    clip = f" clip {_outline(mark.clip)}" if mark.clip else ""
    # Of a hatch, the number of its lines: they follow from what it is clipped to.
    drawn = f"{len(mark.outline) // 2} lines" if mark.clip else _outline(mark.outline)
    return f"{drawn}{fill}{stroke}{clip}"


def _outline(outline: Outline) -> str:
    return " ".join(
        operator + ",".join(f"{value:.2f}" for value in values) for operator, values in outline
    )
