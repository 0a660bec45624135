// Draws the pictures of a page from its own JSON with Observable Plot; without it the lists below them say the same.
"use strict";
(() => {
  const MOST_ROWS = 12;
  const day = (edtf) => {
    const point = (edtf || "").replace(/[~?%]/g, "").split("/")[0].slice(0, 10);
    const found = /^\d{4}-\d{2}-\d{2}$/.test(point) ? new Date(point + "T00:00:00Z") : null;
    return found && !Number.isNaN(found.valueOf()) ? found : null;
  };
  const short = (text) => (text.length > 34 ? text.slice(0, 33) + "…" : text);

  const timeline = (page) =>
    page.brief.days.flatMap((one) =>
      one.statements.map((said) => ({
        when: day(one.on),
        row: said.speaker || "speaker not told",
        words: said.wording.words,
        to: `?day=${encodeURIComponent(one.on || "")}`,
      })),
    );
  const issues = (page) =>
    page.actors[0].positions.flatMap((line) =>
      line.sayings.map((said) => ({
        when: day(said.said_on),
        row: line.line,
        words: said.speaker || "speaker not told",
        to: `/statements/${said.statement}`,
      })),
    );
  const CHARTS = { timeline, issues };

  // One dot for each row and day, as large as there is much in it; the rows with most, in the order in which they begin.
  const dots = (marks) => {
    const found = new Map();
    const counts = new Map();
    for (const mark of marks) {
      const key = `${mark.row}\n${+mark.when}`;
      const dot = found.get(key) || { ...mark, size: 0, told: [] };
      dot.size += 1;
      dot.told.push(mark.words);
      found.set(key, dot);
      counts.set(mark.row, (counts.get(mark.row) || 0) + 1);
    }
    const rows = [...counts].sort((a, b) => b[1] - a[1]).slice(0, MOST_ROWS).map(([row]) => row);
    return [...found.values()].filter((dot) => rows.includes(dot.row)).sort((a, b) => a.when - b.when);
  };

  const draw = (figure, marks) => {
    const style = getComputedStyle(document.documentElement);
    const colour = (name) => style.getPropertyValue(name).trim();
    const wide = Math.max(figure.parentElement.clientWidth, 280);
    const shown = dots(marks);
    const rows = [...new Set(shown.map((mark) => mark.row))];
    const chart = Plot.plot({
      width: wide,
      height: rows.length * 24 + 48,
      marginLeft: Math.min(230, wide * 0.42),
      marginTop: 24,
      marginBottom: 12,
      x: { type: "utc", axis: "top", label: null, ticks: Math.max(2, Math.floor(wide / 130)), inset: 12 },
      y: { type: "point", domain: rows, label: null, tickFormat: short, tickSize: 0 },
      r: { range: [0, 10], domain: [0, Math.max(4, ...shown.map((dot) => dot.size))] },
      marks: [
        Plot.gridY({ stroke: colour("--rule"), strokeOpacity: 1 }),
        Plot.dot(shown, {
          x: "when",
          y: "row",
          r: "size",
          fill: colour("--link"),
          title: (dot) => `${dot.row}: ${dot.told.slice(0, 4).join(" · ")}${dot.told.length > 4 ? " …" : ""}`,
        }),
      ],
    });
    // Plot brings a style sheet of its own, which the page's policy keeps out; the page's sheet has the same rules.
    chart.querySelectorAll("style").forEach((sheet) => sheet.remove());
    const picture = chart.tagName.toLowerCase() === "svg" ? chart : chart.querySelector("svg");
    picture.setAttribute("role", "img");
    picture.setAttribute("aria-label", figure.getAttribute("aria-label"));
    chart.querySelectorAll("circle").forEach((dot) => {
      const mark = shown[dot.__data__];
      if (!mark) return;
      dot.setAttribute("cursor", "pointer");
      dot.addEventListener("click", () => location.assign(mark.to));
    });
    figure.replaceChildren(chart);
    figure.hidden = false;
  };

  const show = async (figure) => {
    try {
      const answer = await fetch(figure.dataset.source, { credentials: "same-origin" });
      if (!answer.ok) return;
      const marks = CHARTS[figure.dataset.chart](await answer.json()).filter((mark) => mark.when);
      if (new Set(marks.map((mark) => +mark.when)).size < 2) return; // one day makes no picture
      draw(figure, marks);
      figure.drawn = marks;
    } catch (failure) {
      console.warn("no picture:", failure); // the list below says the same
    }
  };
  const showAll = () => document.querySelectorAll("figure[data-chart]").forEach(show);

  showAll();
  document.addEventListener("htmx:after:swap", showAll);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    document.querySelectorAll("figure[data-chart]").forEach((figure) => figure.drawn && draw(figure, figure.drawn));
  });
})();
