"""HTML: one self-contained file, readable in light and dark and on paper, with every text escaped."""

from __future__ import annotations

from html import escape

from onrecord.pages.formats import Look
from onrecord.pages.layout import Document, Emphasis, Flow, Item, Line, Page, Part, Run, Section

ELEMENTS = {
    Emphasis.PLAIN: "",
    Emphasis.STRONG: "strong",
    Emphasis.QUOTATION: "q",
    Emphasis.NAME: "b",
    Emphasis.DATE: "span",
    Emphasis.DOUBT: "em",
    Emphasis.CITATION: "sup",
    Emphasis.FAINT: "small",
    Emphasis.STRUCK: "del",
    Emphasis.PUT_IN: "ins",
    Emphasis.COMMAND: "code",
}
STYLE = """
:root { color-scheme: light dark; --paper: #fdfdfb; --ink: #222426; --faint: #5c6064; --rule: #d8d8d2;
  --link: #1d4eb0; --said: #14532d; --doubt: #8a5400; }
@media (prefers-color-scheme: dark) { :root { --paper: #16181a; --ink: #e6e6e2;
  --faint: #a2a6aa; --rule: #3a3d40; --link: #8fb4ff; --said: #9fd8b0; --doubt: #f0c070; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.5 Georgia, "Liberation Serif", "Times New Roman", serif; }
main { max-width: 46rem; margin: 0 auto; padding: 2rem 1rem 4rem; overflow-wrap: break-word; }
article + article { margin-top: 3rem; border-top: 3px double var(--rule); padding-top: 1.5rem; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .4rem; text-wrap: balance; }
h2 { font: 700 .8rem/1.4 system-ui, sans-serif; letter-spacing: .08em; text-transform: uppercase;
  color: var(--faint); border-bottom: 1px solid var(--rule); margin: 2rem 0 .6rem; padding-bottom: .2rem; }
p { margin: .5rem 0; }
.lede, .note, small { color: var(--faint); font-size: .9rem; }
ul { list-style: none; margin: 0; padding: 0; }
ul ul { padding-left: 1.2rem; }
li { margin: .45rem 0; }
.detail { padding-left: 1.2rem; }
q { quotes: none; color: var(--said); }
em { color: var(--doubt); }
del { color: var(--faint); }
ins { color: var(--doubt); text-decoration-style: dotted; }
code { font-size: .85em; overflow-wrap: anywhere; }
sup { font: .68rem/0 system-ui, sans-serif; }
a { color: var(--link); text-decoration: none; }
a:hover, a:focus { text-decoration: underline; }
:target { background: color-mix(in srgb, var(--link) 20%, transparent); }
@media print { body { background: none; color: #000; font-size: 10.5pt; }
  main { max-width: none; padding: 0; }
  li { break-inside: avoid; } h2 { break-after: avoid; } a, q, em { color: inherit; } }
""".strip()


def render(page: Page, look: Look) -> str:  # noqa: ARG001 - the browser knows its width
    """The page as one HTML file that loads nothing from anywhere."""
    document = page.lay_out()
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(document.title)}</title>\n<style>\n{STYLE}\n</style>\n</head>\n"
        f"<body>\n<main>\n{_parts(document)}</main>\n</body>\n</html>\n"
    )


def _parts(document: Document) -> str:
    return "".join(_part(part) for part in document.parts)


def _part(part: Part) -> str:
    lede = "".join(f'<p class="lede">{_line(one)}</p>\n' for one in part.lede)
    sections = "".join(_section(section) for section in part.sections)
    return f"<article>\n<h1>{escape(part.title)}</h1>\n{lede}{sections}</article>\n"


def _section(section: Section) -> str:
    heading = f"<h2>{escape(section.heading)}</h2>\n" if section.heading else ""
    note = f'<p class="note">{_line(section.note)}</p>\n' if section.note else ""
    prose = section.flow is Flow.PROSE
    body = "".join(map(_paragraph, section.items)) if prose else _list(section.items)
    after = f'<p class="note">{_line(section.after)}</p>\n' if section.after else ""
    return f"<section>\n{heading}{note}{body}{after}</section>\n"


def _paragraph(item: Item) -> str:
    details = "".join(f'<p class="note">{_line(detail)}</p>\n' for detail in item.details)
    return f"<p>{_line(item.lead)}</p>\n{details}"


def _list(items: tuple[Item, ...]) -> str:
    return f"<ul>\n{''.join(_item(item) for item in items)}</ul>\n" if items else ""


def _item(item: Item) -> str:
    details = "".join(f'\n<div class="detail">{_line(detail)}</div>' for detail in item.details)
    below = "\n" + _list(item.items) if item.items else ""
    return f"<li>{_line(item.lead)}{details}{below}</li>\n"


def _line(line: Line) -> str:
    return "".join(_run(one) for one in line)


def _run(one: Run) -> str:
    inner = escape(one.text)
    if one.link:
        inner = f'<a href="#{escape(one.link)}">{inner}</a>'
    element = ELEMENTS[one.emphasis] or ("span" if one.anchor or one.hint else "")
    if not element:
        return inner
    anchor = f' id="{escape(one.anchor)}"' if one.anchor else ""
    hint = f' title="{escape(one.hint)}"' if one.hint else ""
    return f"<{element}{anchor}{hint}>{inner}</{element}>"
