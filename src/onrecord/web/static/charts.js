// Draws a page's chart from a small JSON of its own with Observable Plot; without it the lists below say the same.
// A row is a plot of its own, as high as it has marks. Marks are links; one is in the order of Tab, arrows go on.
"use strict";
(() => {
  const { KINDS, SYMBOLS, kind, capital, joined, leads, say } = Telling;
  const DAY = 86400000;
  const STEP = 16; // pixels from one mark to the next above it
  const GUIDES = 12; // events from which a line leads down through the rows; more would be a fence
  const INSET = 12; // pixels between the frame and the first and last day
  const instant = (day) => Date.parse(`${day}T00:00:00Z`);

  // Marks of a day lie beside and above each other where it is wide enough for that, else each on the lowest level that
  // is free. In a day the kinds are in the order of the legend.
  const levels = (marks, look, most = 5) => {
    const columns = Math.min(most, Math.floor((DAY / look.pixel) * 0.9 / STEP));
    const ends = [];
    d3.groups(marks, (one) => one.first, (one) => one.last).flatMap(([, several]) => several).forEach(([, own]) => {
      d3.sort(own, (one) => KINDS.indexOf(kind(one))).forEach((mark, at) => {
        const free = ends.findIndex((end) => end <= mark.at - (STEP - 1) * look.pixel);
        mark.level = columns > 1 ? Math.floor(at / columns) : free < 0 ? ends.length : free;
        ends[mark.level] = mark.at;
        if (columns > 1) mark.at += ((at % columns) - (Math.min(own.length, columns) - 1) / 2) * STEP * look.pixel;
      });
    });
    return d3.max(marks, (one) => one.level + 1) || 0;
  };

  // What Plot draws of marks, within links: the pieces of a mark have one. Colours are those of the page's sheet.
  const pieces = (make, look, shown, { mark = (one) => one, ...options }) =>
    make(shown, {
      ...options,
      sort: null,
      href: (one) => leads(look.chart, mark(one)),
      render(index, scales, values, dimensions, context, next) {
        const drawn = next(index, scales, values, dimensions, context);
        drawn.querySelectorAll("a").forEach((link) => {
          const one = shown[link.firstChild.__data__];
          link.firstChild.setAttribute("class", `${options.className} ${one.kind || kind(one)}`);
          link.mark = mark(one);
        });
        return drawn;
      },
    });
  const shapes = (look, marks, y) => [
    pieces(Plot.dot, look, marks.filter((one) => one.turns), { x: "at", y, r: 9.5, className: "turn" }),
    pieces(Plot.ruleY, look, marks.filter((one) => one.first !== one.last), { x1: "from", x2: "till", y, className: "stretch" }),
    pieces(Plot.dot, look, marks, {
      x: "at", y, symbol: kind, className: "shape",
      r: (one) => (one.temper ? 5.4 : 3.6),
      rotate: (one) => (one.temper === "hostile" ? 45 : 0),
    }),
  ];

  // A row as Plot draws it, less what the page's policy keeps out and what a reader would be read beside the names.
  const frame = (look, { high, above, below = 6, grid = -above, y, marks }) => {
    const svg = Plot.plot({
      width: look.wide, height: above + high + below, marginTop: above, marginBottom: below, marginLeft: look.left, marginRight: 0,
      x: { type: "utc", domain: look.days, inset: INSET, axis: null, label: null },
      y: { axis: null, label: null, ...y },
      r: { type: "identity" },
      symbol: { domain: KINDS, range: Object.values(SYMBOLS) },
      marks: [Plot.gridX({ ticks: look.ticks, className: "grid", strokeOpacity: 1, insetTop: grid, insetBottom: -below }), ...marks],
    });
    svg.querySelectorAll("style").forEach((sheet) => sheet.remove());
    svg.querySelectorAll("[aria-label]").forEach((one) => one.removeAttribute("aria-label"));
    svg.querySelectorAll("a").forEach((link) => {
      const { mark } = link;
      if (mark.link) return mark.link.append(link.firstChild), link.remove();
      mark.link = link;
      link.removeAttribute("fill");
      link.setAttribute("class", "mark");
      link.setAttribute("tabindex", -1);
      mark.to = link.getAttributeNS(d3.namespaces.xlink, "href");
      link.removeAttributeNS(d3.namespaces.xlink, "href");
      link.setAttribute("href", mark.to);
      link.setAttribute("aria-label", say(look.chart, mark));
    });
    return svg;
  };
  const words = (text, look, dy, room, className, options = {}) => {
    const place = { frameAnchor: "top-left", lineAnchor: "top", dx: -look.left, dy, fontSize: 12.5 };
    return Plot.text([text], { text: String, className, ...place, lineWidth: room / 13, textOverflow: "ellipsis", ...options });
  };
  const ground = (look, y) => Plot.ruleY([y], { className: "ground", insetLeft: -look.left });

  // One row of parties: marks that pile up from a ground line, or bars.
  const partyRow = (row, look, events) => {
    const { chart } = look;
    const { name, rest, within, more_within: more } = chart.rows[row];
    const marks = d3.sort(chart.all.filter((one) => one.row === row && !one.headline), (one) => one.at);
    const shown = capital(name || (rest ? `${rest} others` : "Speaker not told"));
    const who = joined(within, more);
    const room = (look.left || look.wide) - 8;
    const lines = who ? 2 : Math.ceil((shown.length * 8.6) / room);
    const above = look.left ? 2 : 8 + lines * 15;
    const down = 6 - (look.left ? 2 : above);
    const happened = Plot.ruleX(events, { x: "at", className: "guide", insetTop: -above, insetBottom: -6 });
    const label = [
      words(shown, look, down, room, "row-name", { title: () => (who ? `${shown}: ${who}` : shown), lineWidth: room / 15, textOverflow: who ? "ellipsis" : null }),
      ...(who ? [words(who, look, down + 15, room, "row-who")] : []),
    ];
    if (chart.bars.length) {
      const most = d3.max(chart.bars, (one) => one.statements);
      const parts = marks.flatMap((bar) => KINDS.filter((one) => bar.counts[one]).map((one) => ({ ...bar, bar, kind: one, count: bar.counts[one] })));
      const stacked = Plot.stackY({ x1: "from", x2: "till", y: "count", z: "kind" });
      const bars = pieces(Plot.rectY, look, parts, { ...stacked, insetRight: 1, mark: (one) => one.bar, className: "shape" });
      const turns = pieces(Plot.dot, look, marks.filter((one) => one.turns), { x: "at", y: (one) => one.statements + most / 9, r: 3, className: "turn" });
      return frame(look, { high: 50, above, y: { domain: [0, most * 1.2] }, marks: [happened, ground(look, 0), bars, turns, ...label] });
    }
    const high = Math.max(look.left ? 9 + lines * 15 : 24, levels(marks, look) * STEP + 10);
    const y = { domain: [-0.6, high / STEP - 0.6] };
    return frame(look, { high, above, y, marks: [happened, ground(look, -0.6), ...shapes(look, marks, "level"), ...label] });
  };

  // One issue: the score from cooperation (above) to conflict (below), a step where the line was another.
  const issueRow = (row, look) => {
    const marks = d3.sort(look.chart.all.filter((one) => one.row === row && one.score !== null), (one) => one.at);
    const { name, rest } = look.chart.rows[row];
    const ends = look.chart.drawn[0] === row && look.left > 100 ? ["conflict ", "", "cooperation "] : ["", "", ""];
    d3.groups(marks, (one) => `${one.first}/${one.last} ${one.score}`).forEach(([, own]) => {
      const apart = Math.min(13 * look.pixel, (DAY * 0.9) / own.length);
      if (!own[0].statements) own.forEach((one, at) => (one.at += (at - (own.length - 1) / 2) * apart));
    });
    const counted = { x: "at", y: "score", r: (one) => Math.min(14, 3 + Math.sqrt(one.statements)), className: "shape counted" };
    return frame(look, {
      high: 76, above: 28, below: 14, y: { domain: [-10, 10] },
      marks: [
        Plot.axisY([-10, 0, 10], { tickSize: 0, tickFormat: (at, i) => ends[i] + d3.format("+")(at).replace("+0", "0"), className: "tick" }),
        Plot.ruleY([-10, 10], { className: "ground" }),
        Plot.ruleY([0], { className: "middle" }),
        Plot.line(marks, { x: "at", y: "score", curve: "step-after", className: "way" }),
        ...(look.chart.bars.length ? [pieces(Plot.dot, look, marks, counted)] : shapes(look, marks, "score")),
        words(capital(name || `${rest} other issues`), look, -25, look.wide, "row-name"),
      ],
    });
  };

  // The days, and what happened on them.
  const headRow = (look, events, guides) => {
    const above = look.left && look.years ? 24 : 38; // a year has a line of its own where there is no room beside the days
    const free = look.left ? 10 : 26; // pixels above the first event
    const high = events.length ? Math.min(levels(events, look, 1), 4) * 14 + free - 6 : 0;
    const y = { domain: [(free - high) / 14, free / 14] };
    events.forEach((one) => (one.down = -(one.level % 4)));
    return frame(look, {
      high, above, grid: -2, y,
      marks: [
        Plot.axisX({ anchor: "top", ticks: look.ticks, tickFormat: look.tickFormat, tickSize: 0, className: "tick" }),
        words(look.years, look, look.left ? -above + 7 : -above + 4, look.wide, "row-who"),
        Plot.ruleX(guides, { x: "at", y1: "down", y2: y.domain[0], className: "guide", insetBottom: -6 }),
        pieces(Plot.dot, look, events, { x: "at", y: "down", symbol: () => "refusing", r: 4.6, className: "event" }),
        ...(high ? [ground(look, y.domain[0]), words("What happened", look, 4, look.wide, "row-who")] : []),
      ],
    });
  };

  const draw = (figure, chart) => {
    figure.width = figure.clientWidth;
    const wide = Math.max(260, Math.floor(figure.clientWidth));
    const left = chart.byIssue ? (wide < 620 ? 34 : 128) : wide < 620 ? 0 : 196;
    chart.all.forEach((one) => {
      Object.assign(one, { from: instant(one.first) - DAY / 2, till: instant(one.last) + DAY / 2, link: null });
      one.at = (one.from + one.till) / 2;
    });
    const days = [d3.min(chart.all, (one) => one.from), d3.max(chart.all, (one) => one.till)];
    const long = days[1] - days[0] > 150 * DAY;
    const most = Math.max(2, Math.floor((wide - left) / 76));
    const years = long ? "" : [...new Set(days.map((one) => new Date(one).getUTCFullYear()))].join("–");
    const look = { chart, wide, left, days, years, tickFormat: long ? undefined : "%-d %b", pixel: (days[1] - days[0]) / (wide - left - 2 * INSET) };
    look.ticks = (days[1] - days[0]) / DAY > most ? most : "day";
    const events = d3.sort(chart.all.filter((one) => one.headline), (one) => one.at);
    const guides = events.length > GUIDES ? [] : events;
    const head = headRow(look, events, guides);
    const rows = chart.drawn.map((row) => (chart.byIssue ? issueRow(row, look) : partyRow(row, look, guides)));
    figure.querySelector(".plot").replaceChildren(head, ...rows);
    figure.marks = [...figure.querySelectorAll("a.mark")].map((one) => one.mark);
    if (figure.marks.length) figure.marks[0].link.setAttribute("tabindex", 0);
  };

  const follow = (figure, chart) =>
    new ResizeObserver(() => {
      if (Math.abs(figure.clientWidth - figure.width) < 2) return;
      const held = figure.contains(document.activeElement);
      draw(figure, chart);
      Telling.tell(figure, chart, figure.meant, held);
      if (held) figure.meant.link.focus();
    }).observe(figure);

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
      const chart = JSON.parse(await answer.text(), Telling.printable);
      if (!ready(figure, chart)) return;
      figure.hidden = false;
      draw(figure, chart);
      Telling.aside(figure, chart);
      if (chart.bars.length) figure.querySelector(".what").textContent = figure.dataset.counted.replace("day", chart.step);
      Telling.tell(figure, chart, [...figure.marks].reverse().find((one) => one.turns) || figure.marks.at(-1), false); // what is newest
      Telling.listen(figure, chart);
      follow(figure, chart);
    } catch (failure) {
      console.warn("no chart:", failure); // the list below says the same
    }
  };
  const showAll = () => document.querySelectorAll("figure[data-chart]").forEach(show);

  showAll();
  document.addEventListener("htmx:after:swap", showAll);
})();
