// Draws a page's chart from a small JSON of its own; without it the lists below say the same.
// No library and no style but the page's sheet. Marks are links; one of them is in the order of Tab, arrows go on.
"use strict";
(() => {
  const SVG = "http://www.w3.org/2000/svg";
  const DAY = 86400000;
  const STEP = 16; // pixels from one mark to the next above it
  const GUIDES = 12; // events from which a line leads down through the rows; more would be a fence
  const REACH = 22; // pixels from which a pointer means a mark
  const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"];
  const KINDS = ["willing", "asking", "blaming", "refusing", "hostile", "none"];
  const SHAPES = {
    willing: "M5.5,0A5.5,5.5,0,1,1,-5.5,0A5.5,5.5,0,1,1,5.5,0Z",
    asking: "M-4.8,-4.8H4.8V4.8H-4.8Z",
    blaming: "M0,-6L6,4.8H-6Z",
    refusing: "M0,-6.6L6.6,0L0,6.6L-6.6,0Z",
    hostile: "M-6,-3.4L-3.4,-6L0,-2.6L3.4,-6L6,-3.4L2.6,0L6,3.4L3.4,6L0,2.6L-3.4,6L-6,3.4L-2.6,0Z",
    none: "M3.6,0A3.6,3.6,0,1,1,-3.6,0A3.6,3.6,0,1,1,3.6,0Z",
  };

  const element = (name, attributes = {}, ...inside) => {
    const made = document.createElementNS(SVG, name);
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
    made.append(...inside);
    return made;
  };
  const text = (x, y, words, look, anchor = "start") =>
    element("text", { x, y, class: look, "text-anchor": anchor }, words);
  const instant = (day) => Date.parse(`${day}T00:00:00Z`);
  const fitting = (words, room, letter = 8) => {
    const most = Math.max(6, Math.floor(room / letter));
    return words.length > most ? `${words.slice(0, most - 1).trimEnd()}…` : words;
  };
  const joined = (names, more = 0) => {
    const all = more ? [...names, `${more} more`] : [...names];
    return all.length > 1 ? `${all.slice(0, -1).join(", ")} and ${all.at(-1)}` : all.join("");
  };
  // As pages do it: what could move the words around it is made visible. Addresses take a name as it is.
  const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g;
  function printable(key, value) {
    if (typeof value !== "string") return value;
    if (key === "name") this.asked = value;
    return value.replace(UNPRINTABLE, "\ufffd");
  }
  const capital = (words) => words.slice(0, 1).toUpperCase() + words.slice(1);
  const many = (number, noun) => `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;

  // The days that are written on the axis: as many as there is room for, at even steps of days, months or years.
  const ticks = (from, to, room) => {
    const most = Math.max(2, Math.floor(room / 76));
    const days = (to - from) / DAY;
    for (const step of [1, 2, 7, 14]) {
      if (days / step > most) continue;
      const first = step > 2 ? from + ((8 - new Date(from).getUTCDay()) % 7) * DAY : from;
      return Array.from({ length: Math.floor((to - first) / DAY / step) + 1 }, (_, i) => first + i * step * DAY).map(
        (at) => [at, `${new Date(at).getUTCDate()} ${MONTHS[new Date(at).getUTCMonth()]}`],
      );
    }
    const step = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600].find((one) => days / 30.4 / one <= most) || 1200;
    const start = new Date(from);
    const found = [];
    for (let month = Math.ceil((start.getUTCFullYear() * 12 + start.getUTCMonth()) / step) * step; ; month += step) {
      const at = Date.UTC(Math.floor(month / 12), month % 12, 1);
      if (at > to) return found;
      if (at >= from) found.push([at, step >= 12 ? `${Math.floor(month / 12)}` : MONTHS[month % 12]]);
    }
  };

  // Marks beside and above each other where they would lie on each other: those of a day close together where the day
  // is wide enough, else each on the lowest level that is free. In a day the kinds are in the order of the legend.
  const levels = (marks, day) => {
    const columns = Math.min(5, Math.floor((day * 0.9) / STEP));
    const days = Map.groupBy(marks, (one) => `${one.first}/${one.last}`);
    days.forEach((several) => several.sort((a, b) => KINDS.indexOf(a.temper || "none") - KINDS.indexOf(b.temper || "none")));
    const ends = [];
    let high = 0;
    [...days.values()].flat().forEach((mark) => {
      const own = days.get(`${mark.first}/${mark.last}`);
      if (columns > 1) {
        const at = own.indexOf(mark);
        mark.level = Math.floor(at / columns);
        mark.x += ((at % columns) - (Math.min(own.length, columns) - 1) / 2) * STEP;
        if (mark.first === mark.last) mark.from = mark.till = mark.x;
      } else {
        const level = ends.findIndex((end) => end <= mark.x - STEP + 1);
        mark.level = level < 0 ? ends.length : level;
        ends[mark.level] = mark.x;
      }
      high = Math.max(high, mark.level + 1);
    });
    return high;
  };

  const say = (chart, mark) => {
    if (mark.headline) return `${mark.day}: ${mark.headline}; ${many(mark.articles, "article")}`;
    const row = chart.rows[mark.row].name;
    if (mark.statements) {
      const told = KINDS.filter((kind) => mark.counts[kind]).map((kind) => `${mark.counts[kind]} ${chart.words[kind]}`);
      const turns = mark.turns ? `; ${many(mark.turns, "line")} changed` : "";
      return `${mark.day}, ${row || "others"}: ${many(mark.statements, "statement")} (${told.join(", ")})${turns}`;
    }
    const who = mark.speaker || "Speaker not told";
    const party = row && row !== mark.speaker && !chart.byIssue ? ` for ${row}` : "";
    const outlets = joined(mark.outlets, mark.more_outlets) || "outlet not told";
    const line = mark.line ? ` ${mark.line}` : "";
    return `${mark.day}, ${who}${party}${line}${mark.turns ? " (the line changed)" : ""}: ${mark.words} – ${outlets}; ${mark.origins}`;
  };

  // What stands under the chart for the mark that is meant: who and when, the words, who reports them.
  const tell = (figure, chart, mark, asked = true, touched = false) => {
    const place = figure.querySelector(".reading");
    const part = (name, look, words) => Object.assign(document.createElement(name), { className: look, textContent: words });
    const lines = [];
    if (mark.headline) {
      lines.push(part("b", "", mark.day), part("span", "", mark.headline), part("span", "meta", many(mark.articles, "article")));
    } else if (mark.statements) {
      const [head, rest] = say(chart, mark).split(": ");
      lines.push(part("b", "", head), part("span", "", rest));
    } else {
      const who = mark.speaker || "Speaker not told";
      const row = chart.rows[mark.row].name;
      const party = row && row !== mark.speaker && !chart.byIssue ? ` (${row})` : "";
      const score = mark.score === null ? "" : ` · ${mark.score > 0 ? "+" : mark.score < 0 ? "−" : ""}${Math.abs(mark.score)}`;
      const head = part("span", "", "");
      head.append(part("b", "", `${mark.day}, ${who}${party}`));
      if (mark.line) head.append(" ", part("span", `line-told ${mark.temper}`, `${mark.line}${score}${mark.turns ? " · the line changed" : ""}`));
      lines.push(head);
      lines.push(part("q", "", mark.words));
      lines.push(part("span", "meta", `${joined(mark.outlets, mark.more_outlets) || "outlet not told"} · ${mark.origins}`));
    }
    lines.slice(0, 3).forEach((one) => one.setAttribute("dir", "auto"));
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

  const link = (chart, mark, ...inside) => {
    mark.to = leads(chart, mark);
    mark.link = element("a", { href: mark.to, class: "mark", tabindex: -1, "aria-label": say(chart, mark) }, ...inside);
    mark.link.mark = mark;
    return mark.link;
  };
  const shape = (mark, extra = "") => {
    const kind = mark.temper || "none";
    const drawn = [];
    if (mark.turns) drawn.push(element("circle", { cx: mark.x, cy: mark.y, r: 9.5, class: "turn" }));
    if (mark.till > mark.from + 4) drawn.push(element("path", { d: `M${mark.from},${mark.y}H${mark.till}`, class: `stretch ${kind}` }));
    drawn.push(element("path", { d: SHAPES[kind], transform: `translate(${mark.x},${mark.y})`, class: `shape ${kind} ${extra}` }));
    return drawn;
  };

  const label = (row, at, room) => {
    const name = row.name || (row.rest ? `${row.rest} others` : "Speaker not told");
    const who = joined(row.within, row.more_within);
    const made = element("g", {}, element("title", {}, who ? `${name}: ${who}` : name));
    const whole = capital(name);
    const first = who ? fitting(whole, room - 8) : whole.slice(0, 1 + whole.slice(0, Math.floor((room - 8) / 8)).lastIndexOf(" ")).trim();
    const lines = who || whole.length * 8 < room ? [fitting(whole, room - 8)] : [first || fitting(whole, room - 8), first && fitting(whole.slice(first.length).trim(), room - 8)];
    lines.filter(Boolean).forEach((one, i) => made.append(text(0, at + 15 * i, one, "row-name")));
    if (who) made.append(text(0, at + 15, fitting(who, room - 8, 6.3), "row-who"));
    return made;
  };

  // One row of parties: marks that pile up from a ground line, or bars.
  const partyRow = (chart, row, look, top) => {
    const marks = chart.all.filter((one) => one.row === row && !one.headline).sort((a, b) => a.x - b.x);
    const long = capital(chart.rows[row].name || "").length * 8 >= (look.narrow ? look.wide : look.left);
    const lines = chart.rows[row].within.length || long ? 2 : 1;
    const above = look.narrow ? 8 + lines * 15 : 0;
    const drawn = [label(chart.rows[row], top + 16, look.narrow ? look.wide : look.left)];
    let high = 50;
    if (chart.bars.length) {
      const most = Math.max(...chart.bars.map((one) => one.statements));
      marks.forEach((bar) => {
        let at = top + above + high - 4;
        const pieces = KINDS.filter((kind) => bar.counts[kind]).map((kind) => {
          const tall = Math.max(1, (bar.counts[kind] / most) * 44);
          at -= tall;
          return element("rect", { x: bar.from, y: at, width: Math.max(1.5, bar.till - bar.from - 1), height: tall, class: `shape ${kind}` });
        });
        if (bar.turns) pieces.push(element("circle", { cx: bar.x, cy: at - 5, r: 3, class: "turn" }));
        bar.y = (at + top + above + high) / 2;
        drawn.push(link(chart, bar, ...pieces));
      });
    } else {
      high = Math.max(look.narrow ? 24 : 9 + lines * 15, levels(marks, look.day) * STEP + 10);
      marks.forEach((mark) => {
        mark.y = top + above + high - 12 - mark.level * STEP;
        drawn.push(link(chart, mark, ...shape(mark)));
      });
    }
    const ground = top + above + high;
    return [element("g", { class: "row" }, element("path", { d: `M0,${ground + 3.5}H${look.wide}`, class: "ground" }), ...drawn), ground + 6];
  };

  // One issue: the score from cooperation (above) to conflict (below), a step where the line was another.
  const issueRow = (chart, row, look, top) => {
    const marks = chart.all.filter((one) => one.row === row).sort((a, b) => a.x - b.x);
    const high = 76;
    const at = (score) => top + 28 + ((10 - score) / 20) * high;
    const name = capital(chart.rows[row].name || `${chart.rows[row].rest} other issues`);
    const ends = chart.drawn[0] === row && !look.narrow ? ["cooperation +10", "conflict −10"] : ["+10", "−10"];
    const drawn = [
      element("g", {}, element("title", {}, name), text(0, top + 14, fitting(name, look.wide), "row-name")),
      element("path", { d: `M${look.left},${at(10)}H${look.wide}M${look.left},${at(-10)}H${look.wide}`, class: "ground" }),
      element("path", { d: `M${look.left},${at(0)}H${look.wide}`, class: "middle" }),
      text(look.left - 8, at(10) + 9, ends[0], "tick", "end"),
      text(look.left - 8, at(0) + 4, "0", "tick", "end"),
      text(look.left - 8, at(-10) - 2, ends[1], "tick", "end"),
    ];
    const scored = marks.filter((one) => one.score !== null);
    const way = scored.map((one, i) => (i ? `H${one.x}V${at(one.score)}` : `M${one.x},${at(one.score)}`)).join("");
    if (scored.length > 1) drawn.push(element("path", { d: way, class: "way" }));
    const days = Map.groupBy(scored, (one) => `${one.first}/${one.last} ${one.score}`);
    scored.forEach((mark) => {
      mark.y = at(mark.score);
      if (mark.statements) {
        drawn.push(link(chart, mark, element("circle", { cx: mark.x, cy: mark.y, r: Math.min(14, 3 + Math.sqrt(mark.statements)), class: "shape counted" })));
        return;
      }
      const own = days.get(`${mark.first}/${mark.last} ${mark.score}`);
      if (own.length > 1) mark.x += (own.indexOf(mark) - (own.length - 1) / 2) * Math.min(13, (look.day * 0.9) / own.length);
      drawn.push(link(chart, mark, ...shape(mark)));
    });
    return [element("g", { class: "row" }, ...drawn), at(-10) + 14];
  };

  const eventRow = (chart, look, top) => {
    const marks = chart.all.filter((one) => one.headline).sort((a, b) => a.x - b.x);
    if (!marks.length) return [element("g"), top];
    const drawn = [text(0, top + 14, "What happened", "row-who")];
    const above = look.narrow ? 16 : 0;
    const high = Math.min(levels(marks, 0), 4) * 14 + 8;
    marks.forEach((mark) => {
      mark.y = top + above + 10 + (mark.level % 4) * 14;
      if (marks.length <= GUIDES) drawn.push(element("path", { d: `M${mark.x},${mark.y + 6}V${look.bottom || 0}`, class: "guide" }));
      drawn.push(link(chart, mark, element("path", { d: `M${mark.x},${mark.y - 5}l5,5l-5,5l-5,-5z`, class: "event" })));
    });
    return [element("g", { class: "row happened" }, ...drawn, element("path", { d: `M0,${top + above + high + 3.5}H${look.wide}`, class: "ground" })), top + above + high + 6];
  };

  const place = (chart, look) => {
    const firsts = chart.all.map((one) => instant(one.first));
    const from = Math.min(...firsts);
    const to = Math.max(...chart.all.map((one) => instant(one.last))) + DAY;
    const inset = 12;
    const x = (at) => look.left + inset + ((at - from) / (to - from)) * (look.wide - look.left - 2 * inset);
    chart.all.forEach((one) => {
      one.from = x(instant(one.first));
      one.till = x(instant(one.last) + DAY);
      one.x = (one.from + one.till) / 2;
      if (!one.statements && one.first === one.last) one.from = one.till = one.x;
    });
    look.day = ((look.wide - look.left - 2 * inset) / (to - from)) * DAY;
    const dated = ticks(from, to - DAY, look.wide - look.left).map(([at, words]) => [x(at + (words.includes(" ") ? DAY / 2 : 0)), words]);
    const year = `${new Date(from).getUTCFullYear()}`;
    return { dated, year: new Date(to).getUTCFullYear() > +year ? `${year}–${new Date(to).getUTCFullYear()}` : year };
  };

  const draw = (figure, chart) => {
    const plot = figure.querySelector(".plot");
    const wide = Math.max(260, Math.floor(figure.clientWidth));
    const narrow = wide < 620;
    const look = { wide, narrow, left: chart.byIssue ? (narrow ? 34 : 128) : narrow ? 0 : 196 };
    const { dated, year } = place(chart, look);
    const axis = dated.filter(([at]) => at > look.left + 8 && at < wide - 16);
    const make = () => {
      let top = 24;
      const groups = [];
      const add = ([group, next]) => (groups.push(group), (top = next));
      if (!chart.byIssue) add(eventRow(chart, look, top));
      chart.drawn.forEach((row) => add((chart.byIssue ? issueRow : partyRow)(chart, row, look, top)));
      return [groups, top];
    };
    look.bottom = make()[1]; // first for the height, to which the guides of events reach
    place(chart, look);
    const [groups, bottom] = make();
    const picture = element("svg", { viewBox: `0 0 ${wide} ${bottom + 2}`, width: wide, height: bottom + 2, role: "group", "aria-label": figure.dataset.label });
    picture.append(text(0, 14, year, "row-who"));
    axis.forEach(([at, words]) => {
      picture.append(element("path", { d: `M${at},20V${bottom}`, class: "grid" }));
      if (at > 7 * year.length + 26) picture.append(text(at, 14, words, "tick", "middle")); // beside the year
    });
    picture.append(...groups);
    plot.replaceChildren(picture);
    const marks = chart.all.filter((one) => one.link && one.link.isConnected);
    if (marks.length) marks[0].link.setAttribute("tabindex", 0);
    figure.marks = marks;
  };

  // Arrows go to the next mark of the row and to the nearest of the next row; Home and End to the first and the last.
  const next = (marks, mark, key) => {
    const rows = [...new Set(marks.map((one) => one.link.parentNode))];
    const at = rows.indexOf(mark.link.parentNode);
    const row = (one) => marks.filter((each) => each.link.parentNode === one).sort((a, b) => a.x - b.x || b.y - a.y);
    const own = row(rows[at]);
    const nearest = (one) => one && row(one).reduce((a, b) => (Math.abs(b.x - mark.x) < Math.abs(a.x - mark.x) ? b : a));
    switch (key) {
      case "ArrowRight": return own[own.indexOf(mark) + 1];
      case "ArrowLeft": return own[own.indexOf(mark) - 1];
      case "ArrowDown": return nearest(rows[at + 1]);
      case "ArrowUp": return nearest(rows[at - 1]);
      case "Home": return own[0];
      case "End": return own.at(-1);
      default: return null;
    }
  };
  const near = (figure, event) => {
    const box = figure.querySelector("svg").getBoundingClientRect();
    const scale = box.width / figure.querySelector("svg").viewBox.baseVal.width;
    const away = (one) => Math.hypot(one.x * scale + box.left - event.clientX, one.y * scale + box.top - event.clientY);
    const own = event.target.closest("a.mark");
    const best = own ? own.mark : figure.marks.length && figure.marks.reduce((a, b) => (away(b) < away(a) ? b : a));
    return best && (own || away(best) < REACH) ? best : null;
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
    new ResizeObserver(() => {
      if (Math.abs(figure.clientWidth - (figure.width || 0)) < 2) return;
      figure.width = figure.clientWidth;
      const held = figure.contains(document.activeElement);
      draw(figure, chart);
      tell(figure, chart, figure.meant, held);
      if (held) figure.meant.link.focus();
    }).observe(figure);
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
  const ready = (figure, chart) => {
    chart.byIssue = figure.dataset.chart === "issues";
    chart.words = Object.fromEntries([...figure.querySelectorAll("[data-kind]")].map((one) => [one.dataset.kind, one.textContent.trim()]));
    chart.bars.forEach((one) => {
      const told = one.willing + one.asking + one.blaming + one.refusing + one.hostile;
      one.counts = { ...one, none: one.statements - told };
    });
    chart.all = [...chart.happenings, ...chart.marks, ...chart.bars];
    const days = (row) => new Set([...chart.marks, ...chart.bars].filter((one) => one.row === row).map((one) => one.first)).size;
    chart.drawn = chart.rows.map((_, row) => row).filter((row) => days(row) > (chart.byIssue ? 1 : 0));
    if (chart.byIssue) chart.all = chart.all.filter((one) => chart.drawn.includes(one.row));
    return new Set(chart.all.filter((one) => !one.headline).map((one) => one.first)).size > 1; // one day makes no chart
  };

  const show = async (figure) => {
    if (figure.marks) return;
    try {
      const answer = await fetch(figure.dataset.source, { credentials: "same-origin" });
      if (!answer.ok) return;
      const chart = JSON.parse(await answer.text(), printable);
      if (!ready(figure, chart)) return;
      figure.hidden = false;
      figure.width = figure.clientWidth;
      draw(figure, chart);
      aside(figure, chart);
      if (chart.bars.length) figure.querySelector(".what").textContent = figure.dataset.counted.replace("day", chart.step);
      tell(figure, chart, [...figure.marks].reverse().find((one) => one.turns) || figure.marks.at(-1), false); // what is newest
      listen(figure, chart);
    } catch (failure) {
      console.warn("no chart:", failure); // the list below says the same
    }
  };
  const showAll = () => document.querySelectorAll("figure[data-chart]").forEach(show);

  showAll();
  document.addEventListener("htmx:after:swap", showAll);
})();
