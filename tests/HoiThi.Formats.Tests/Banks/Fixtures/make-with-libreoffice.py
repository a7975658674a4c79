#!/usr/bin/env python3
"""Makes the fixtures that come out of LibreOffice: an HTML page as a person pastes one, converted by soffice."""
import html, pathlib, re, subprocess, sys

here = pathlib.Path(__file__).resolve().parent
weeks = here.parents[3] / "contests/hai-phong-cchc-2023/questions"


def questions():
    for week in range(1, 5):
        topic = text = None
        choices = []
        for line in (weeks / f"tuan-{week}.yaml").read_text().splitlines() + ["  - code: end"]:
            if found := re.match(r"  - code: T", line) or re.match(r"  - code: end", line):
                if text:
                    yield topic, text, choices
                text, choices = None, []
            elif found := re.match(r"    topic: (.*)", line):
                topic = found[1]
            elif found := re.match(r"    text: (.*)", line):
                text = value(found[1])
            elif found := re.match(r"      - (right|wrong): (.*)", line):
                choices.append((value(found[2]), found[1] == "right"))


def value(raw):
    return raw[1:-1].replace("''", "'") if raw.startswith("'") else raw[1:-1] if raw.startswith('"') else raw


def wanted(count):
    return sorted(list(questions())[count:2 * count], key=lambda each: each[0])


def lists(chosen):
    for _, text, choices in chosen:
        items = "".join(f"<li>{'<b>' if right else ''}{html.escape(choice)}{'</b>' if right else ''}</li>" for choice, right in choices)
        yield f"<li><p>{html.escape(text)}</p><ol type='A'>{items}</ol></li>"


def page(name, body):
    source = here / f"{name}.html"
    source.write_text(f"<html><head><meta charset='utf-8'></head><body>{body}</body></html>")
    subprocess.run(["soffice", "--headless", "--infilter=HTML (StarWriter)", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(here), str(source)], check=True, stdout=sys.stderr)
    source.unlink()


page("libreoffice-danh-sach", f"<h1>CÂU HỎI ÔN TẬP</h1><ol>{''.join(lists(wanted(20)))}</ol>")
rows = "".join(
    f"<tr><td>{number}</td><td>{html.escape(text)}</td>{''.join(f'<td>{html.escape(choice)}</td>' for choice, _ in choices)}"
    f"<td>{', '.join(letter for letter, (_, right) in zip('ABCD', choices) if right)}</td></tr>"
    for number, (_, text, choices) in enumerate(wanted(12), 1))
page("libreoffice-bang", "<h2>Ngân hàng câu hỏi</h2><table border='1'><tr><th>TT</th><th>Câu hỏi</th><th>A</th><th>B</th><th>C</th><th>D</th><th>Đáp án</th></tr>" + rows + "</table>")
