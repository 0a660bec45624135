// What the marks of a chart say and where they lead; which is meant by a pointer, a finger or a key.
"use strict";
const Telling = (() => {
  const REACH = 22; // pixels from which a pointer means a mark
  const SYMBOLS = { willing: "circle", asking: "square", blaming: "triangle", refusing: "diamond2", hostile: "cross", none: "circle" };
  const KINDS = Object.keys(SYMBOLS);

  const joined = (names, more = 0) => {
    const all = more ? [...names, `${more} more`] : [...names];
    return all.length > 1 ? `${all.slice(0, -1).join(", ")} and ${all.at(-1)}` : all.join("");
  };
  const capital = (words) => words.slice(0, 1).toUpperCase() + words.slice(1);
  const many = (number, noun) => `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
  const kind = (mark) => mark.temper || "none";

  // As pages do it: what could move the words around it is made visible. Addresses take a name as it is.
  const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g;
  function printable(key, value) {
    if (typeof value !== "string") return value;
    if (key === "name") this.asked = value;
    return value.replace(UNPRINTABLE, "\ufffd");
  }

  // Who and when, with which line, the words, and who reports them: the name of a mark, and what stands under the chart.
  const told = (chart, mark) => {
    if (mark.headline) return { head: mark.day, words: mark.headline, meta: many(mark.articles, "article") };
    const row = chart.rows[mark.row].name;
    if (mark.statements) {
      const counts = KINDS.filter((one) => mark.counts[one]).map((one) => `${mark.counts[one]} ${chart.words[one]}`);
      const turns = mark.turns ? `; ${many(mark.turns, "line")} changed` : "";
      return { head: `${mark.day}, ${row || "others"}`, words: `${many(mark.statements, "statement")} (${counts.join(", ")})${turns}` };
    }
    const party = row && row !== mark.speaker && !chart.byIssue ? ` (${row})` : "";
    const score = mark.score === null ? "" : d3.format("+~")(mark.score);
    return {
      head: `${mark.day}, ${mark.speaker || "Speaker not told"}${party}`,
      line: mark.line && [mark.line, score, ...(mark.turns ? ["the line changed"] : [])].join(" · "),
      words: mark.words,
      meta: `${joined(mark.outlets, mark.more_outlets) || "outlet not told"} · ${mark.origins}`,
    };
  };
  const say = (chart, mark) => {
    const { head, line, words, meta } = told(chart, mark);
    return `${head}${line ? `, ${line}` : ""}: ${words}${meta ? ` – ${meta}` : ""}`;
  };
  const tell = (figure, chart, mark, asked = true, touched = false) => {
    const place = figure.querySelector(".reading");
    const part = (name, look, words) => Object.assign(document.createElement(name), { className: look, textContent: words, dir: "auto" });
    const { head, line, words, meta } = told(chart, mark);
    const first = part("span", "", "");
    first.append(part("b", "", head), ...(line ? [" ", part("span", `line-told ${mark.temper}`, line)] : []));
    const lines = [first, part(mark.statement ? "q" : "span", "", words), part("span", "meta", meta || "")];
    if (touched) lines.push(Object.assign(part("a", "open", "Open"), { href: mark.to }));
    place.replaceChildren(...lines);
    figure.querySelectorAll(".is-meant").forEach((one) => one.classList.remove("is-meant"));
    mark.link.classList.add("is-meant");
    place.classList.toggle("is-asked", asked);
    figure.meant = mark;
  };

  const narrowed = (changed) => {
    const query = new URLSearchParams(location.search);
    Object.entries(changed).forEach(([name, value]) => (value ? query.set(name, value) : query.delete(name)));
    query.delete("whole");
    query.delete("page");
    return `?${query}`;
  };
  const bound = (bar) => (bar.first === bar.last ? bar.first : `${bar.first}/${bar.last}`);
  const leads = (chart, mark) => {
    if (mark.headline) return document.getElementById(`on-${mark.on}`) ? `#on-${mark.on}` : narrowed({ day: mark.on });
    if (mark.statement) return `/statements/${encodeURIComponent(mark.statement)}`;
    const row = chart.rows[mark.row];
    if (!chart.byIssue) return narrowed({ party: row.asked, day: bound(mark) });
    if (!row.story) return "#timeline-h";
    return `/stories/${encodeURIComponent(row.story)}?${new URLSearchParams({ issue: row.asked, day: bound(mark) })}`;
  };

  // Arrows go to the next mark of the row and to the nearest of the next row; Home and End to the first and the last.
  const next = (marks, mark, key) => {
    const rows = d3.groups(marks, (one) => one.link.closest("svg")).map(([, row]) => d3.sort(row, (one) => one.at, (one) => one.level));
    const at = rows.findIndex((row) => row.includes(mark));
    const nearest = (row) => row && d3.least(row, (one) => Math.abs(one.at - mark.at));
    switch (key) {
      case "ArrowRight": return rows[at][rows[at].indexOf(mark) + 1];
      case "ArrowLeft": return rows[at][rows[at].indexOf(mark) - 1];
      case "ArrowDown": return nearest(rows[at + 1]);
      case "ArrowUp": return nearest(rows[at - 1]);
      case "Home": return rows[at][0];
      case "End": return rows[at].at(-1);
      default: return null;
    }
  };
  const near = (figure, event) => {
    const own = event.target.closest("a.mark");
    if (own) return own.mark;
    const away = ({ link }) => {
      const box = link.lastChild.getBoundingClientRect();
      return Math.hypot((box.left + box.right) / 2 - event.clientX, (box.top + box.bottom) / 2 - event.clientY);
    };
    const best = d3.least(figure.marks, away);
    return best && away(best) < REACH ? best : null;
  };
  const listen = (figure, chart) => {
    const plot = figure.querySelector(".plot");
    plot.addEventListener("pointermove", (event) => {
      const mark = event.pointerType !== "touch" && near(figure, event);
      plot.classList.toggle("is-near", Boolean(mark));
      if (mark && mark !== figure.meant) tell(figure, chart, mark);
    });
    plot.addEventListener("focusin", (event) => {
      const mark = event.target.mark;
      if (!mark) return;
      figure.marks.forEach((one) => one.link.setAttribute("tabindex", one === mark ? 0 : -1));
      tell(figure, chart, mark);
    });
    plot.addEventListener("keydown", (event) => {
      const to = event.target.mark && next(figure.marks, event.target.mark, event.key);
      if (!to) return;
      event.preventDefault();
      to.link.focus();
    });
    plot.addEventListener("click", (event) => {
      const mark = near(figure, event);
      if (!mark || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const touched = event.pointerType === "touch";
      if (touched && figure.touched !== mark) { // a finger covers what it means: first it is told, then it is opened
        event.preventDefault();
        figure.touched = mark;
        tell(figure, chart, mark, true, touched);
      } else if (!event.target.closest("a.mark")) location.assign(mark.to);
    });
  };

  const aside = (figure, chart) => {
    const told = [];
    const single = chart.rows.length - chart.drawn.length;
    if (chart.byIssue && single) told.push(`Only in the table: ${many(single, "issue")} on which no two days are known.`);
    if (!chart.byIssue && chart.undated) {
      const rows = chart.rows.filter((one) => one.undated).sort((a, b) => !a.name - !b.name || b.undated - a.undated);
      const by = (one) => one.name || (one.rest ? `${one.rest} others` : "speakers who are not told");
      const parts = rows.map((one) => `${one.undated} by ${by(one)}`);
      told.push(`Not drawn: ${many(chart.undated, "statement")} of no known day, ${joined(parts.slice(0, 5), 0)}${rows.length > 5 ? ", …" : ""}.`);
    }
    if (chart.more_happenings) told.push(`Of what happened, ${chart.happenings.length} events are marked that most articles tell of; ${chart.more_happenings} are not.`);
    figure.querySelector(".aside").textContent = told.join(" ");
  };

  return { KINDS, SYMBOLS, kind, capital, joined, printable, leads, say, tell, listen, aside };
})();
